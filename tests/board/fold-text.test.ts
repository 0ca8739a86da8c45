import { expect, it, test } from 'vitest';
import { foldedWords, foldText } from '#board/fold-text.ts';

it.each([
  ['Eén  oproep-brief; café!', 'een oproep brief cafe'],
  ['Geïnspecteerd & gemeten: 3,5 m²', 'geinspecteerd gemeten 3 5 m2'],
  ['ĲZER in Groß-Gerau, Malmø', 'ijzer in gross gerau malmo'],
  ['100% _zeker_ (?)', '100 zeker'],
  ['', ''],
  ['🎉', ''],
])('[ACT-29] “%s” is searched as “%s”', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('[ACT-29] a word holds nothing that a database reads as a pattern', () => {
  expect(foldedWords('a%b_c\\d*')).toEqual(['a', 'b', 'c', 'd']);
});
