import { hostname, networkInterfaces } from 'node:os';
import { inUrl, isLoopback } from './env.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The host parts of addresses under which a server on `host` can be reached, the best one first. */
export function reachableHosts(host: string): [string, ...string[]] {
  if (isLoopback(host)) return [inUrl(host), ...loopback];
  if (host !== '0.0.0.0' && host !== '::') return [inUrl(host)];
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .sort((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => inUrl(address));
  const [first = 'localhost', ...others] = addresses;
  return [first, ...others, hostname().toLowerCase(), ...loopback];
}
