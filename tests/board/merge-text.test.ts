import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { mergeText, spliceBetween } from '#board/merge-text.ts';

function merged({ base, theirs, mine }: { base: string; theirs: string; mine: string }): string {
  const text = new Y.Doc().getText('text');
  text.insert(0, theirs);
  mergeText(text, base, mine);
  return text.toString();
}

/** A base and one replacement in it; `word` holds characters that no base has. */
const edit = (base: string, word: string) =>
  fc.tuple(fc.nat(base.length), fc.nat(base.length)).map(([a, b]) => {
    const [from, to] = whole(base, Math.min(a, b), Math.max(a, b));
    return base.slice(0, from) + word + base.slice(to);
  });

const twoEdits = fc
  .record({
    base: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', 'é', '👩‍👧'), maxLength: 12 }),
    mine: fc.string({ unit: fc.constantFrom('M', 'W', '😎'), minLength: 1, maxLength: 4 }),
    theirs: fc.string({ unit: fc.constantFrom('T', 'X', '🤖'), minLength: 1, maxLength: 4 }),
  })
  .chain(({ base, mine, theirs }) =>
    fc.record({
      base: fc.constant(base),
      myWord: fc.constant(mine),
      theirWord: fc.constant(theirs),
      mine: edit(base, mine),
      theirs: edit(base, theirs),
    }),
  );

describe('[DOC-5] what two people type into one text', () => {
  test.each([
    ['at both ends', 'midden', 'midden rechts', 'links midden', 'links midden rechts'],
    ['nothing of mine', 'a', 'b', 'a', 'b'],
    ['nothing of theirs', 'a', 'a', 'b', 'b'],
    ['both at the same place', 'ac', 'aXc', 'aMc', 'aMXc'],
    ['both emptied it', 'weg', '', '', ''],
    [
      'I rewrote it, they added in the middle',
      'een drie',
      'een twee drie',
      'nieuw',
      'nieuwtwee drie',
    ],
    ['they rewrote it, I added in the middle', 'een drie', 'nieuw', 'een twee drie', 'nieuwtwee '],
    ['both took out the same', 'abcd', 'ad', 'ad', 'ad'],
    ['overlapping cuts', 'abcdef', 'abf', 'aef', 'af'],
  ])('%s', (_name, base, theirs, mine, both) => {
    expect(merged({ base, theirs, mine })).toBe(both);
  });

  test('keeps the whole word that each of them typed', () => {
    fc.assert(
      fc.property(twoEdits, ({ base, mine, theirs, myWord, theirWord }) => {
        const text = merged({ base, mine, theirs });
        expect(text).toContain(myWord);
        expect(text).toContain(theirWord);
      }),
    );
  });

  test('adds nothing that neither wrote', () => {
    fc.assert(
      fc.property(twoEdits, ({ base, mine, theirs, myWord, theirWord }) => {
        const left = [...base, ...myWord, ...theirWord];
        for (const character of merged({ base, mine, theirs })) {
          expect(left).toContain(character);
          left.splice(left.indexOf(character), 1);
        }
      }),
    );
  });

  test('never splits a surrogate pair', () => {
    fc.assert(
      fc.property(twoEdits, ({ base, mine, theirs }) => {
        expect(merged({ base, mine, theirs })).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  test('alone, an edit is what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (base, mine) => {
        expect(merged({ base, theirs: base, mine })).toBe(mine);
      }),
    );
  });
});

describe('[DOC-5] the smallest replacement', () => {
  test.each([
    ['equal texts', 'a', 'a', undefined],
    ['a word added', 'een drie', 'een twee drie', { at: 4, remove: 0, insert: 'twee ' }],
    ['a word taken out', 'een twee', 'een', { at: 3, remove: 5, insert: '' }],
    ['one of two alike', 'aa', 'aaa', { at: 2, remove: 0, insert: 'a' }],
    // The two share a first surrogate, and so a pair would be torn in two.
    ['an emoji for another', '😀', '😁', { at: 0, remove: 2, insert: '😁' }],
    ['an emoji for one with the same end', '😀', '🨀', { at: 0, remove: 2, insert: '🨀' }],
  ])('%s', (_name, before, after, splice) => {
    expect(spliceBetween(before, after)).toEqual(splice);
  });
});

/** The stretch widened so that it holds no half of a pair. */
function whole(text: string, from: number, to: number): [number, number] {
  const inPair = (at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at));
  return [inPair(from) ? from - 1 : from, inPair(to) ? to + 1 : to];
}
