import { mentionOf, withNames } from '#board/mentions.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A name that is being typed: where its `@` stands, and what follows it up to the caret. */
export interface TypedMention {
  readonly from: number;
  readonly typed: string;
}

/** Letters of a name that somebody types before choosing it; two words at most. */
const typing = /(?:^|[\s(])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+)?)$/u;

/** The name at the caret, when one is being typed. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const match = typing.exec(text.slice(0, caret));
  if (!match) return null;
  const typed = match[1] ?? '';
  return { from: caret - typed.length - 1, typed };
}

/** The text with the name put in place of what was typed, and where the caret goes. */
export function withMention(
  text: string,
  { from, typed }: TypedMention,
  { name }: Named,
): { text: string; caret: number } {
  const said = `@${name} `;
  const rest = text.slice(from + 1 + typed.length).replace(/^ /, '');
  return { text: text.slice(0, from) + said + rest, caret: from + said.length };
}

/**
 * What a person wrote, with names as they are kept: by id. Of two people of one name the one that was
 * chosen is meant; a longer name is tried before a shorter one. [TALK-2]
 */
export function toIds(text: string, chosen: readonly Named[], people: readonly Named[]): string {
  const known = [...chosen, ...people.filter(({ id }) => !chosen.some((one) => one.id === id))];
  const longestFirst = known.toSorted((a, b) => b.name.length - a.name.length);
  return longestFirst.reduce((words, { id, name }) => {
    const pattern = new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu');
    return words.replaceAll(pattern, mentionOf(id));
  }, text);
}

/** A kept text as it is written: with names. */
export function toNames(text: string, mentions: readonly Named[], otherwise: string): string {
  const names = new Map(mentions.map(({ id, name }) => [id, name]));
  return withNames(text, (id) => names.get(id) ?? otherwise);
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
