import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, makeDelta } from '#server/snapshots/delta.ts';
import { packContent, repackContent, unpackContent } from '#server/snapshots/pack-content.ts';
import type { Chain, StoredContent } from '#server/snapshots/stored-content.ts';

const bytes = fc.uint8Array({ maxLength: 400 });
/** Long runs of few values, where many blocks are alike. */
const dull = fc.uint8Array({ max: 1, maxLength: 2_000 });

describe('a delta', () => {
  it('makes the target again out of the base, whatever both are [SNAP-6]', () => {
    const parts = fc.array(fc.oneof(bytes, dull), { maxLength: 6 });
    fc.assert(
      fc.property(parts, parts, fc.nat(5), (mine, more, from) => {
        const base = Buffer.concat(mine);
        const target = Buffer.concat([...mine.slice(from), ...more, ...mine.slice(0, from)]);
        const again = applyDelta(base, makeDelta(base, target), target.byteLength);
        expect(Buffer.compare(again, target)).toBe(0);
      }),
    );
  });

  it('is as small as what changed', () => {
    const base = randomBytes(200_000);
    const target = Buffer.concat([
      base.subarray(0, 70_000),
      randomBytes(50),
      base.subarray(70_001),
    ]);
    expect(makeDelta(base, target).byteLength).toBeLessThan(150);
  });

  it('that makes more than it says is refused', () => {
    const delta = makeDelta(new Uint8Array(), new Uint8Array(1000));
    expect(() => applyDelta(new Uint8Array(), delta, 999)).toThrow();
  });
});

describe('contents that come after one another', () => {
  it('come back byte for byte, are reached in few steps, and take little [SNAP-6]', () => {
    const kept = new Map<string, StoredContent>();
    const chainOf = (hash: string): Chain => {
      const content = kept.get(hash);
      if (!content) throw new Error('a link is missing');
      return content.base === null ? [content] : [...chainOf(content.base), content];
    };
    let content: Uint8Array = randomBytes(20_000);
    let before: Chain | undefined;
    const all: { hash: string; content: Uint8Array }[] = [];
    for (let n = 0; n < 300; n++) {
      content = Buffer.concat([content, randomBytes(20)]);
      const packed = packContent(content, before);
      kept.set(packed.hash, packed);
      all.push({ hash: packed.hash, content });
      before = chainOf(packed.hash);
      expect(before.length).toBeLessThan(64);
    }
    for (const { hash, content: then } of all) {
      expect(Buffer.compare(unpackContent(chainOf(hash)), then)).toBe(0);
    }
    const spent = [...kept.values()].reduce(
      (sum, { bytes: { byteLength } }) => sum + byteLength,
      0,
    );
    expect(spent).toBeLessThan(3 * content.byteLength);
  });

  it('are kept in another way when what they build on goes', () => {
    const [one, two, three] = [1, 2, 3].map((n) =>
      Buffer.concat([Buffer.alloc(500, 7), Buffer.of(n)]),
    );
    const first = packContent(one ?? Buffer.of(), undefined);
    const second = packContent(two ?? Buffer.of(), [first]);
    const third = packContent(three ?? Buffer.of(), [first, second]);
    const onFirst = repackContent(unpackContent([first, second, third]), [first]);
    expect(onFirst).toMatchObject({ hash: third.hash, base: first.hash });
    expect(Buffer.compare(unpackContent([first, onFirst]), three ?? Buffer.of())).toBe(0);
    const alone = repackContent(unpackContent([first, onFirst]), undefined);
    expect(Buffer.compare(unpackContent([alone]), three ?? Buffer.of())).toBe(0);
  });
});
