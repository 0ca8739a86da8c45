import { beforeAll, describe, expect, it } from 'vitest';
import { addReviewInput } from '#board/api/snapshots.ts';
import { addReview } from '#server/snapshots/add-review.ts';
import { readSnapshot } from '#server/snapshots/read-snapshot.ts';
import { newBoard, newSnapshot } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('answering a snapshot', () => {
  const world = useSettledHouse();
  let id = '';

  beforeAll(async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    ({ id } = await newSnapshot(house, people.member.actor, board.id));
  });

  it('is done by managers and coaches [SNAP-4]', async () => {
    const { house, people } = world;
    const thanks = await addReview(house, people.manager.actor, id, {
      kind: 'thanks',
      text: 'Mooi',
    });
    const by = '2026-12-24';
    const help = await addReview(house, people.coach.actor, id, {
      kind: 'help',
      text: 'Ik bel',
      by,
    });
    expect(thanks).toMatchObject({
      kind: 'thanks',
      text: 'Mooi',
      by: null,
      author: { name: 'Marieke' },
    });
    expect(help).toMatchObject({ kind: 'help', by, author: { name: 'Kees' } });
    const { reviews, intact } = await readSnapshot(house, people.member.actor, id);
    expect(reviews).toEqual([thanks, help]);
    expect(intact).toBe(true);
    for (const [actor, code] of [
      [people.member.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
      [people.admin.actor, 'not-found'],
    ] as const) {
      const review = addReview(house, actor, id, { kind: 'thanks', text: 'Ik ook' });
      await expect(review).rejects.toEqual(refused(code));
    }
  });

  it('offers help by a date, or no help [SNAP-4]', () => {
    const fits = (input: object) => addReviewInput.safeParse({ text: 'Ik help', ...input });
    expect(fits({ kind: 'help', by: '2026-12-24' }).success).toBe(true);
    expect(fits({ kind: 'question' }).success).toBe(true);
    for (const by of [undefined, '', 'vrijdag', '2026-13-01']) {
      expect(fits({ kind: 'help', by }).error?.issues.map(({ path }) => path)).toEqual([['by']]);
    }
  });
});
