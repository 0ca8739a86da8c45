import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Reach } from './reach.ts';

export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

/** Every IP address of a name. */
export type LookUp = (name: string) => Promise<FoundAddress[]>;

export const lookUpByDns: LookUp = (name) => lookup(name, { all: true });

/**
 * The IP addresses that the host of an address has now. Throws when one of them is closed to us, so
 * that a name cannot lead inside: what was checked here is what will be connected to. [HOOK-4]
 */
export async function addressesOf(
  { protocol, hostname }: URL,
  { reach, lookUp }: { reach: Reach; lookUp: LookUp },
): Promise<FoundAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family === 0 ? await lookUp(host) : [{ address: host, family }];
  if (found.length === 0) throw new Error('the name has no address');
  if (found.every(({ address }) => reach.mayReach(address, protocol))) return found;
  throw new Error('the address leads into a closed network, or is not https');
}
