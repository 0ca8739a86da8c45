import type { AvatarPerson } from './avatar.tsx';

/** People whose name has a word that starts with each word typed; accents and capitals do not matter. */
export function matchingPeople(people: readonly AvatarPerson[], typed: string): AvatarPerson[] {
  const wanted = wordsOf(typed);
  return people.filter((person) => {
    const names = wordsOf(person.name);
    return wanted.every((word) => names.some((name) => name.startsWith(word)));
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter((word) => word !== '');
}
