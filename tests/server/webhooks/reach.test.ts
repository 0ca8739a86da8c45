import { describe, expect, it } from 'vitest';
import { addressesOf } from '#server/webhooks/look-up.ts';
import { Reach } from '#server/webhooks/reach.ts';

const strict = new Reach([]);
const allowing = new Reach(['10.1.0.0/16', 'fd12::/16', '127.0.0.1']);

describe('where webhooks may go [HOOK-4]', () => {
  it.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00::1'])(
    'the open internet: %s, over https alone',
    (ip) => {
      expect(strict.mayReach(ip, 'https:')).toBe(true);
      expect(strict.mayReach(ip, 'http:')).toBe(false);
      expect(allowing.mayReach(ip, 'http:')).toBe(false);
    },
  );

  it.each([
    ...['0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.8.8.8'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.2.1'],
    ...['198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '2002:a00:1::'],
    ...['64:ff9b::a00:1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '::10.0.0.1', '2001::1'],
  ])('not into a closed network, nor to this machine: %s', (ip) => {
    expect(strict.mayReach(ip, 'https:')).toBe(false);
    expect(strict.mayReach(ip, 'http:')).toBe(false);
  });

  it('into networks that the operator named, over http as well', () => {
    for (const ip of ['10.1.2.3', 'fd12::1', '127.0.0.1', '::ffff:10.1.2.3'])
      for (const protocol of ['http:', 'https:'])
        expect(allowing.mayReach(ip, protocol)).toBe(true);
    for (const ip of ['10.2.0.1', '127.0.0.2', 'fd13::1', '169.254.169.254'])
      expect(allowing.mayReach(ip, 'https:')).toBe(false);
  });

  it.each(['example.org', '', '1.2.3', '1.2.3.4 ', 'fe80::1%eth0'])('%j is no address', (ip) => {
    expect(strict.mayReach(ip, 'https:')).toBe(false);
  });

  it.each([
    ['https://hooks.example.org/in', undefined],
    ['http://hooks.example.org/in', 'https-only'],
    ['https://localhost/in', 'closed-network'],
    ['http://LOCALHOST.:8080/', 'closed-network'],
    ['https://a.localhost/', 'closed-network'],
    ['https://127.0.0.1/', 'closed-network'],
    ['https://2130706433/', 'closed-network'],
    ['https://0x7f.1/', 'closed-network'],
    ['https://0177.0.0.1/', 'closed-network'],
    ['https://[::1]/', 'closed-network'],
    ['https://[::ffff:10.0.0.1]/', 'closed-network'],
    ['https://169.254.169.254/latest/meta-data', 'closed-network'],
  ])('says of %s: %s', (address, why) => {
    expect(strict.refusalOf(address)).toBe(why);
  });

  it('lets an operator’s networks be written over http, by name too', () => {
    for (const address of ['http://localhost:9/', 'http://10.1.0.9/', 'http://intern.example.org/'])
      expect(allowing.refusalOf(address)).toBeUndefined();
  });
});

describe('looking a name up [HOOK-4]', () => {
  const names: Record<string, string[]> = {
    'good.example.org': ['93.184.216.34', '2606:4700::1111'],
    'inside.example.org': ['10.0.0.5'],
    'both.example.org': ['93.184.216.34', '169.254.169.254'],
    'gone.example.org': [],
  };
  const lookUp = async (name: string) =>
    (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const found = (address: string) => addressesOf(new URL(address), { reach: strict, lookUp });

  it('gives the addresses to connect to', async () => {
    expect((await found('https://good.example.org/')).map(({ address }) => address)).toEqual(
      names['good.example.org'],
    );
  });

  it.each([
    'https://inside.example.org/',
    'https://both.example.org/',
    'https://[::ffff:127.0.0.1]/',
    'http://good.example.org/',
  ])('refuses %s and names no address of ours', async (address) => {
    const error = await found(address).catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ message: expect.stringContaining('closed network') });
    expect(String(error)).not.toMatch(/10\.|169\./);
  });

  it('says when there is none', async () => {
    await expect(found('https://gone.example.org/')).rejects.toThrow('has no address');
  });
});
