import { expect, it } from 'vitest';
import { readMeasure as readFact } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { correctReading } from '#server/measures/correct-reading.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import { readMeasure } from '#server/measures/read-measure.ts';
import { newBoard, newMeasure } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { anotherNode } from '#tests/support/house.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('correcting a reading', (open) => {
  const world = useSettledHouse(open);

  async function aReading() {
    const { house, people } = world;
    const { actor } = people.member;
    const { id: measureId } = await newMeasure(house, actor, people.teamId);
    const { id: readingId } = await addReading(house, actor, measureId, {
      at: '2026-11-20',
      value: 12,
    });
    return { measureId, readingId };
  }

  it('keeps what it was, who corrected it, when and why [MEAS-2]', async () => {
    const { house, people } = world;
    const which = await aReading();
    await correctReading(house, people.manager.actor, which, {
      revision: 1,
      value: 21,
      reason: 'Omgedraaid',
    });
    const after = await correctReading(house, people.coach.actor, which, {
      revision: 2,
      at: '2026-11-19',
      reason: 'Een dag eerder',
    });
    expect(after).toMatchObject({ at: '2026-11-19', value: 21, withdrawn: false, revision: 3 });
    expect(after.by.name).toBe('Sanne');
    expect(after.corrections).toEqual([
      {
        at: expect.any(String),
        by: { id: people.manager.actor.id, name: 'Marieke' },
        reason: 'Omgedraaid',
        was: { at: '2026-11-20', value: 12, withdrawn: false },
      },
      {
        at: expect.any(String),
        by: { id: people.coach.actor.id, name: 'Kees' },
        reason: 'Een dag eerder',
        was: { at: '2026-11-20', value: 21, withdrawn: false },
      },
    ]);
    const audit = await house.db.audit.findMany({
      where: { subject: which.measureId, deed: 'reading.correct' },
      orderBy: { at: 'asc' },
    });
    expect(audit.map(({ actor }) => actor)).toEqual([
      people.manager.actor.id,
      people.coach.actor.id,
    ]);
  });

  it('takes it out of charts, lists and boards, and back, with its history [MEAS-2]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const which = await aReading();
    const board = await newBoard(house, actor, people.teamId, { template: 'pdca' });
    await readDocument(house, actor, board.id); // somebody has it open
    const onBoard = async () => {
      const fact = await house.documents.read(asBoardId(board.id), (document) =>
        readFact(document, which.measureId),
      );
      return fact?.readings;
    };
    const inList = async () => {
      const measures = await listMeasures(house, actor, people.teamId);
      return measures.find(({ id }) => id === which.measureId)?.readings;
    };
    expect(await onBoard()).toHaveLength(1);
    const out = { revision: 1, withdrawn: true, reason: 'Meter was stuk' };
    const withdrawn = await correctReading(house, actor, which, out);
    expect(withdrawn).toMatchObject({ withdrawn: true, value: 12, revision: 2 });
    expect(await onBoard()).toEqual([]);
    expect(await inList()).toEqual([]);
    const { readings } = await readMeasure(house, actor, which.measureId);
    expect(readings).toEqual([withdrawn]);
    const back = { revision: 2, withdrawn: false, value: 13, reason: 'Toch gemeten' };
    const after = await correctReading(house, actor, which, back);
    expect(after.corrections.at(-1)?.was).toEqual({
      at: '2026-11-20',
      value: 12,
      withdrawn: true,
    });
    expect(await onBoard()).toEqual([{ at: '2026-11-20', value: 13 }]);
    expect(await inList()).toHaveLength(1);
  });

  it('refuses a correction that corrects nothing [MEAS-2]', async () => {
    const { house, people } = world;
    const which = await aReading();
    for (const same of [{}, { value: 12 }, { at: '2026-11-20', withdrawn: false }]) {
      const asked = { revision: 1, reason: 'Zomaar', ...same };
      const correction = correctReading(house, people.member.actor, which, asked);
      await expect(correction).rejects.toEqual(refused('invalid', 'value'));
    }
    expect(await house.db.correction.count({ where: { readingId: which.readingId } })).toBe(0);
  });

  it('tells whoever was too late what stands now, with what they knew in its history [MEAS-3]', async () => {
    const { house, people } = world;
    const which = await aReading();
    const current = await correctReading(house, people.manager.actor, which, {
      revision: 1,
      value: 14,
      reason: 'Afgelezen',
    });
    expect(current.corrections[0]?.was.value).toBe(12);
    for (const revision of [1, 0, 3, 2 ** 40]) {
      const late = { revision, value: 15, reason: 'Te laat' };
      const correction = correctReading(house, people.member.actor, which, late);
      await expect(correction).rejects.toMatchObject({ code: 'conflict', current });
    }
  });

  it('lets one of two corrections at the same moment through [MEAS-3]', async () => {
    const { house, people } = world;
    for (const elsewhere of [undefined, anotherNode(house)]) {
      const which = await aReading();
      const settled = await Promise.allSettled([
        correctReading(house, people.member.actor, which, { revision: 1, value: 1, reason: 'Een' }),
        correctReading(elsewhere?.house ?? house, people.manager.actor, which, {
          revision: 1,
          value: 2,
          reason: 'Twee',
        }),
      ]);
      await elsewhere?.stop();
      const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual([refused('conflict')]);
      expect(lost[0]).toMatchObject({ current: won[0] });
      const { readings } = await readMeasure(house, people.coach.actor, which.measureId);
      expect(readings).toEqual(won);
    }
  });

  it('is for the team alone, and finds no reading of another measure [MEAS-5]', async () => {
    const { house, people } = world;
    const which = await aReading();
    const other = await aReading();
    const asked = { revision: 1, value: 1, reason: 'Anders' };
    for (const [actor, code] of [
      [people.outsider.actor, 'not-found'],
      [people.removed.actor, 'not-found'],
      [people.admin.actor, 'no-right'],
      [{ kind: 'guest', id: 'g', name: 'G' }, 'sign-in'],
    ] as const) {
      await expect(correctReading(house, actor, which, asked)).rejects.toEqual(refused(code));
    }
    const mixed = { measureId: which.measureId, readingId: other.readingId };
    const correction = correctReading(house, people.member.actor, mixed, asked);
    await expect(correction).rejects.toEqual(refused('not-found'));
  });
});
