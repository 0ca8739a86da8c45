import { describe, expect, it } from 'vitest';
import { changeMe } from '#server/accounts/change-me.ts';
import { readMe } from '#server/accounts/read-me.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('me', () => {
  const world = useSettledHouse();

  it('tells who I am', async () => {
    const { house, people } = world;
    const { id, name, email } = people.member.actor;
    expect(await readMe(house, people.member.actor)).toEqual({
      id,
      name,
      email,
      admin: false,
      locale: null,
    });
    await expect(readMe(house, { kind: 'guest', id: 'g', name: 'G' })).rejects.toEqual(
      refused('sign-in'),
    );
  });

  it('changes what is given and leaves the rest', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    expect(await changeMe(house, actor, { locale: 'nl' })).toMatchObject({
      name: 'Kees',
      locale: 'nl',
    });
    expect(await changeMe(house, actor, { name: 'Kees Kaas' })).toMatchObject({
      name: 'Kees Kaas',
      locale: 'nl',
    });
    expect(await changeMe(house, actor, { locale: null })).toMatchObject({ locale: null });
  });
});
