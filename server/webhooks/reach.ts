import { BlockList, isIP } from 'node:net';

/** Addresses that lead into a closed network, to this machine, or nowhere (IANA special-purpose registries). */
const closed: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** In IPv6 all is closed but the global addresses, and of these the ones that wrap another address. */
const globalIpv6 = '2000::/3';
const wrapping: readonly string[] = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/**
 * Which IP addresses a webhook may be sent to: those of the open internet over https, and those in
 * the networks that the operator allowed over http as well. [HOOK-4]
 */
export class Reach {
  readonly #allowed: BlockList;
  readonly #closed = listOf([...closed, ...wrapping]);
  readonly #global = listOf([globalIpv6]);

  /** @param allowed networks as `10.0.0.0/8`, `fd00::/8` */
  constructor(allowed: readonly string[]) {
    this.#allowed = listOf(allowed);
  }

  mayReach(ip: string, protocol: string): boolean {
    const family = isIP(ip);
    if (family === 0) return false;
    // An IPv4 address in IPv6 clothes is judged as what it is.
    const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
    if (plain !== undefined) return this.mayReach(plain, protocol);
    const type = family === 4 ? 'ipv4' : 'ipv6';
    if (this.#allowed.check(ip, type)) return true;
    if (protocol !== 'https:') return false;
    return !this.#closed.check(ip, type) && (family === 4 || this.#global.check(ip, 'ipv6'));
  }

  /** Why an address as it is written can never be reached; a name is judged when it is looked up. */
  refusalOf(address: string): 'https-only' | 'closed-network' | undefined {
    const { protocol, hostname } = new URL(address);
    const host = hostname.replace(/^\[|\]$/g, '');
    const ips = isLocalName(host) ? ['127.0.0.1', '::1'] : isIP(host) ? [host] : [];
    if (ips.some((ip) => this.mayReach(ip, protocol))) return undefined;
    if (ips.length > 0) return 'closed-network';
    return protocol === 'https:' || this.#allowed.rules.length > 0 ? undefined : 'https-only';
  }
}

/** Names that are this machine everywhere (RFC 6761). */
function isLocalName(host: string): boolean {
  return /(^|\.)localhost\.?$/i.test(host);
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [ip = '', bits] = network.split('/');
    const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(ip, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return list;
}
