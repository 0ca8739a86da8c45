import { describe, expect, it } from 'vitest';
import { readMeasure as readFact } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { changeMeasure } from '#server/measures/change-measure.ts';
import { newBoard, newMeasure } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('changing a measure', () => {
  const world = useSettledHouse();
  const measure = () =>
    newMeasure(world.house, world.people.member.actor, world.people.teamId, {
      baseline: 22,
      target: 10,
    });

  it('changes what was named, leaves the rest, and is on the boards', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    const before = await measure();
    const board = await newBoard(house, actor, people.teamId, { template: 'pdca' });
    await readDocument(house, actor, board.id); // somebody has it open
    const asked = { revision: 1, name: 'Wachten', baseline: null };
    const after = await changeMeasure(house, actor, before.id, asked);
    expect(after).toEqual({ ...before, name: 'Wachten', baseline: null, revision: 2 });
    const fact = await house.documents.read(asBoardId(board.id), (document) =>
      readFact(document, before.id),
    );
    expect(fact).toMatchObject({ name: 'Wachten', baseline: null, target: 10 });
    const audit = await house.db.audit.findFirst({
      where: { subject: before.id, deed: 'measure.change' },
    });
    expect(audit).toMatchObject({
      actor: actor.id,
      data: { name: { from: 'Wachttijd', to: 'Wachten' }, baseline: { from: 22, to: null } },
    });
  });

  it('tells whoever was too late what stands now [MEAS-4]', async () => {
    const { house, people } = world;
    const { id } = await measure();
    const settled = await Promise.allSettled(
      ['dagen', 'uur'].map((unit) =>
        changeMeasure(house, people.member.actor, id, { revision: 1, unit }),
      ),
    );
    const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost).toEqual([refused('conflict')]);
    for (const revision of [1, 0, 7, 2 ** 40]) {
      const late = changeMeasure(house, people.manager.actor, id, { revision, unit: 'weken' });
      await expect(late).rejects.toMatchObject({ code: 'conflict', current: won[0] });
    }
  });

  it('is for the team alone [MEAS-5]', async () => {
    const { house, people } = world;
    const { id } = await measure();
    for (const { actor } of [people.outsider, people.removed]) {
      const change = changeMeasure(house, actor, id, { revision: 1, unit: 'uur' });
      await expect(change).rejects.toEqual(refused('not-found'));
    }
  });
});
