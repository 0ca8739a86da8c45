import { describe, expect, it } from 'vitest';
import { initials } from '#components/ui/avatar.tsx';
import { matchingPeople } from '#components/ui/matching-people.ts';

const people = ['Noor van den Berg', 'José Noordhoek', 'Anne-Marie de Wit'].map((name) => ({
  id: name,
  name,
}));
const found = (typed: string) => matchingPeople(people, typed).map((person) => person.name);

describe('matchingPeople', () => {
  it('finds by the start of any word of a name', () => {
    expect(found('noor')).toEqual(['Noor van den Berg', 'José Noordhoek']);
    expect(found('marie')).toEqual(['Anne-Marie de Wit']);
  });

  it('needs every word typed, and no accents or capitals', () => {
    expect(found('noor berg')).toEqual(['Noor van den Berg']);
    expect(found('JOSE')).toEqual(['José Noordhoek']);
    expect(found('xavier')).toEqual([]);
    expect(found('')).toHaveLength(3);
  });
});

describe('initials', () => {
  it.each([
    ['Noor van den Berg', 'NB'],
    ['Ömer', 'Ö'],
    ['  jan  ', 'J'],
    ['', ''],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
