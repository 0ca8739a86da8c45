import { describe, expect, it } from 'vitest';
import { toIds, toNames, typedMention, withMention } from '#components/comments/mention-text.ts';

const people = [
  { id: 'p1', name: 'Sanne' },
  { id: 'p2', name: 'Sanne Visser' },
  { id: 'p3', name: 'José de Wit-Bakker' },
  { id: 'p4', name: 'A.B. (Bob)' },
];

describe('bringing somebody in', () => {
  it.each([
    ['@', 1, { from: 0, typed: '' }],
    ['Hoi @sa', 7, { from: 4, typed: 'sa' }],
    ['Hoi @sanne vi en', 13, { from: 4, typed: 'sanne vi' }],
    ['(@jos', 5, { from: 1, typed: 'jos' }],
    ['mail a@b', 8, null],
    ['Hoi @sanne, ', 12, null],
    ['Hoi @sa', 3, null],
  ])('in %j at %i', (text, caret, found) => {
    expect(typedMention(text, caret)).toEqual(found);
  });

  it('puts the name in place of what was typed, and the caret behind it', () => {
    const text = 'Hoi @sa en dag';
    const next = withMention(text, { from: 4, typed: 'sa' }, { id: 'p2', name: 'Sanne Visser' });
    expect(next).toEqual({ text: 'Hoi @Sanne Visser en dag', caret: 18 });
  });
});

describe('names and ids [TALK-2]', () => {
  it('a longer name goes before a shorter one', () => {
    expect(toIds('@Sanne Visser en @Sanne!', [], people)).toBe('@{p2} en @{p1}!');
  });

  it('a name that goes on is another one', () => {
    expect(toIds('@Sannetje en @Sanne', [], people)).toBe('@Sannetje en @{p1}');
  });

  it('takes names with signs in them as they are', () => {
    expect(toIds('@José de Wit-Bakker, @A.B. (Bob)', [], people)).toBe('@{p3}, @{p4}');
    expect(toIds('@AxB. (Bob)', [], people)).toBe('@AxB. (Bob)');
  });

  it('of two people of one name means the one that was chosen', () => {
    const two = [
      { id: 'a', name: 'Kees' },
      { id: 'b', name: 'Kees' },
    ];
    expect(toIds('@Kees', [{ id: 'b', name: 'Kees' }], two)).toBe('@{b}');
  });

  it('comes back as it was written', () => {
    const text = 'Hoi @Sanne Visser en @Sanne';
    expect(toNames(toIds(text, [], people), people, 'iemand')).toBe(text);
    expect(toNames('Dag @{weg}', people, 'iemand')).toBe('Dag @iemand');
  });
});
