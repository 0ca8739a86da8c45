/** Ways to say a day that the parser does not know, each with one that it does. */
type Rewrite = readonly [said: RegExp, plain: string];

const bothLanguages: readonly Rewrite[] = [
  // 15-1, 15.1. and 15-1-2027; a year in front is left alone.
  [/^(\d{1,2})[-.](\d{1,2})\.?$/, '$1/$2'],
  [/^(\d{1,2})[-.](\d{1,2})[-.](\d{2}|\d{4})$/, '$1/$2/$3'],
];

const dutch: readonly Rewrite[] = [
  [/^overmorgen$/, 'over 2 dagen'],
  [/^(?:(?:aan)?komende|aanstaande|a\.?s\.?)\s+(?=(?:ma|di|wo|do|vr|za|zo)[a-z]*$)/, ''],
  [/^([a-z]+dag|ma|di|wo|do|vr|za|zo)\s+volgende week$/, 'volgende week $1'],
  [/^over (?:een|'n|n) week$/, 'over 1 week'],
];

const english: readonly Rewrite[] = [
  [/^(?:the )?day after tomorrow$/, 'in 2 days'],
  [/^in a fortnight$/, 'in 2 weeks'],
  [/^next week (?:on )?([a-z]+)$/, 'next $1'],
  [/^([a-z]+) next week$/, 'next $1'],
  [/^(?:this )?coming (?=[a-z]+$)/, ''],
  // The day after the month: the parser takes "dec 12" for December 2012.
  [/^((?:[a-z]+,? )?)([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/, '$1$3 $2 $4'],
];

const backwards = /^(last|past|previous|vorige|afgelopen)\s/;

/** What was said in words that the parser knows; `back` when it is about what has been. */
export function plainWords(words: string, locale: string): { text: string; back: boolean } {
  const said = words.trim().toLowerCase().replace(/\s+/g, ' ');
  const rewrites = [...bothLanguages, ...(locale.startsWith('nl') ? dutch : english)];
  const text = rewrites.reduce((now, [from, to]) => now.replace(from, to), said).trim();
  return { text, back: backwards.test(said) };
}
