import { describe, expect, it } from 'vitest';
import { addDays, latestDay } from '#board/calendar.ts';
import { readMeasure } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { addMeasure } from '#server/measures/add-measure.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { correctReading } from '#server/measures/correct-reading.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import { newBoard, newMeasure } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('measures', () => {
  const world = useSettledHouse();

  it('belong to a team, by name', async () => {
    const { house, people } = world;
    const { actor } = people.outsider;
    const input = {
      name: 'Wachttijd',
      unit: 'min',
      direction: 'down' as const,
      baseline: 22,
      target: 10.5,
      targetBy: '2027-03-31',
    };
    const waiting = await addMeasure(house, actor, people.otherTeamId, input);
    expect(waiting).toEqual({
      id: expect.any(String),
      teamId: people.otherTeamId,
      ...input,
      proposed: false,
      revision: 1,
      readings: [],
    });
    const calls = await addMeasure(house, actor, people.otherTeamId, {
      name: 'Belletjes',
      unit: '',
      direction: 'down',
    });
    expect(calls).toMatchObject({ baseline: null, target: null, targetBy: null });
    expect(await listMeasures(house, actor, people.otherTeamId)).toEqual([calls, waiting]);
    const closed = listMeasures(house, people.member.actor, people.otherTeamId);
    await expect(closed).rejects.toEqual(refused('not-found'));
  });

  it('take readings for a day, oldest first, also several of one day [MEAS-1]', async () => {
    const { house, people } = world;
    const { id } = await newMeasure(house, people.coach.actor, people.teamId);
    for (const [at, value] of [
      ['2026-11-20', 12],
      ['2026-11-01', -0.25],
      ['2026-11-20', 13],
    ] as const) {
      const reading = await addReading(house, people.coach.actor, id, { at, value });
      expect(reading).toMatchObject({ at, value, by: { name: 'Kees' }, revision: 1 });
    }
    const measures = await listMeasures(house, people.member.actor, people.teamId);
    const measure = measures.find((one) => one.id === id);
    expect(measure?.readings.map(({ value }) => value)).toEqual([-0.25, 12, 13]);
  });

  it('take readings from the team alone [MEAS-5]', async () => {
    const { house, people } = world;
    const { id } = await newMeasure(house, people.member.actor, people.teamId);
    const reading = { at: '2026-11-20', value: 1 };
    for (const { actor } of [people.outsider, people.removed])
      await expect(addReading(house, actor, id, reading)).rejects.toEqual(refused('not-found'));
    await expect(addReading(house, people.admin.actor, id, reading)).rejects.toEqual(
      refused('no-right'),
    );
  });

  it('are on the open boards of the team at once, with the newest sixty readings', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const board = await newBoard(house, actor, people.teamId, { template: 'pdca' });
    await readDocument(house, actor, board.id); // somebody has it open
    const { id } = await newMeasure(house, actor, people.teamId, { name: 'Zichtbaar' });
    const shown = () =>
      house.documents.read(asBoardId(board.id), (document) => readMeasure(document, id));
    expect(await shown()).toMatchObject({ name: 'Zichtbaar', readings: [] });
    await addReading(house, actor, id, { at: '2026-11-20', value: 1 });
    expect(await shown()).toMatchObject({ readings: [{ at: '2026-11-20', value: 1 }] });
    const many = Array.from({ length: 70 }, (_, n) => ({
      id: `r${n}`,
      measureId: id,
      at: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      value: n,
      byId: actor.id,
    }));
    await house.db.reading.createMany({ data: many });
    await addReading(house, actor, id, { at: '2026-11-21', value: 99 });
    const readings = (await shown())?.readings ?? [];
    expect(readings).toHaveLength(60);
    expect(readings.map(({ at }) => at)).toEqual(readings.map(({ at }) => at).sort());
    expect(readings.at(-1)).toEqual({ at: '2026-11-21', value: 99 });
  });

  it('take none of a day that has begun nowhere yet, by no road [MEAS-12]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id: measureId } = await newMeasure(house, actor, people.teamId);
    const latest = latestDay(house.clock());
    const late = addReading(house, actor, measureId, { at: addDays(latest, 1), value: 1 });
    await expect(late).rejects.toEqual(refused('invalid', 'at'));
    const { id: readingId } = await addReading(house, actor, measureId, { at: latest, value: 1 });
    const moved = { revision: 1, at: addDays(latest, 1), reason: 'Verschoven' };
    await expect(correctReading(house, actor, { measureId, readingId }, moved)).rejects.toEqual(
      refused('invalid', 'at'),
    );
  });
});
