import type { Projection } from './projection.ts';

/** Characters of a card that are kept where it is spoken of. */
const MOST = 200;

/** What a note, an action, a topic or a text says; undefined where the board has none of that id. [REV-2] */
export function cardWords(
  { notes, actions, knowledge, texts }: Projection,
  id: string,
): string | undefined {
  const of = <T extends { id: string }>(list: readonly T[], words: (item: T) => string) =>
    list.filter((item) => item.id === id).map(words);
  const [words] = [
    ...of(notes, ({ text }) => text),
    ...of(actions, ({ title }) => title),
    ...of(knowledge, ({ topic }) => topic),
    ...of(texts, ({ text }) => text),
  ];
  return words === undefined ? undefined : [...words.trim()].slice(0, MOST).join('');
}
