import { describe, expect, it } from 'vitest';
import { freeBeside } from '#server/webhooks/free-places.ts';

describe('the places of messages on the way [HOOK-5]', () => {
  const to = (host: string, part: { slow?: boolean; failingSince?: Date } = {}) => ({
    ...{ address: `https://${host}/hook?x`, slow: false, failingSince: null },
    ...part,
  });

  it('are four for one host, whatever its webhooks are called', () => {
    const three = [to('A.example'), to('a.example'), to('b.example'), to('a.example')];
    expect(freeBeside(three).fullHosts).toEqual([]);
    expect(freeBeside([...three, to('a.example')]).fullHosts).toEqual(['a.example']);
    expect(freeBeside([...three, to('a.example:8443')]).fullHosts).toEqual([]);
  });

  it('are eight for those that were slow or failed', () => {
    const slow = Array.from({ length: 4 }, (_, n) => to(`s${n}.example`, { slow: true }));
    const failing = Array.from({ length: 3 }, (_, n) =>
      to(`f${n}.example`, { failingSince: new Date(0) }),
    );
    const well = Array.from({ length: 5 }, (_, n) => to(`w${n}.example`));
    expect(freeBeside([...slow, ...failing, ...well]).troubledToo).toBe(true);
    const one = to('one.example', { slow: true });
    expect(freeBeside([...slow, ...failing, one]).troubledToo).toBe(false);
  });
});
