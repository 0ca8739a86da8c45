import { expect, it } from 'vitest';
import { readMeasure as readFact } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { answerTarget } from '#server/measures/answer-target.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import { proposeTarget } from '#server/measures/propose-target.ts';
import { readMeasure } from '#server/measures/read-measure.ts';
import { newBoard, newMeasure } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { DAY_MS, MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('targets between the two sides of a team', (open) => {
  const world = useSettledHouse(open);
  const proposal = { value: 8, by: '2099-03-31', why: 'Dan redden we de trein' };
  const other = { value: 11, by: '2099-06-30', why: 'Acht lukt niet zonder tweede balie' };

  const measure = (input = {}) =>
    newMeasure(world.house, world.people.member.actor, world.people.teamId, input);
  const story = (id: string, by: 'member' | 'manager' | 'coach' = 'coach') =>
    readMeasure(world.house, world.people[by].actor, id);
  const propose = (id: string, by: 'member' | 'manager' = 'manager') => {
    world.house.time.pass(MINUTE_MS);
    return proposeTarget(world.house, world.people[by].actor, id, proposal);
  };

  it('one that was agreed becomes the target, on the boards too; the one before stays [MEAS-7] [MEAS-8]', async () => {
    const { house, people } = world;
    const { id } = await measure({ target: 20, targetBy: '2026-12-31' });
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    await readDocument(house, people.member.actor, board.id); // somebody has it open
    const onBoard = () =>
      house.documents.read(asBoardId(board.id), (document) => readFact(document, id));
    const { id: targetId } = await propose(id);
    expect(await onBoard()).toMatchObject({ target: 20, targetBy: '2026-12-31', proposed: true });
    expect(await story(id)).toMatchObject({ target: 20, proposed: true, revision: 1 });
    const agreed = await answerTarget(
      house,
      people.member.actor,
      { measureId: id, targetId },
      { answer: 'agree', why: 'Doen we' },
    );
    expect(agreed).toMatchObject({
      ...proposal,
      state: 'agreed',
      proposedBy: { name: 'Marieke' },
      proposedAs: 'manager',
      answeredBy: { name: 'Sanne' },
      answer: 'Doen we',
    });
    expect(await onBoard()).toMatchObject({ target: 8, targetBy: '2099-03-31' });
    expect(await onBoard()).not.toHaveProperty('proposed');
    const { targets, ...after } = await story(id);
    expect(after).toMatchObject({ target: 8, proposed: false, revision: 2 });
    expect(targets.map(({ value, state }) => [value, state])).toEqual([
      [8, 'agreed'],
      [20, 'replaced'],
    ]);
    expect(targets[1]).toMatchObject({ proposedBy: { name: 'Sanne' }, answeredBy: null });
  });

  it('both texts of a proposal and its counter-proposal are kept [MEAS-8]', async () => {
    const { house, people } = world;
    const { id: measureId } = await measure();
    const first = await propose(measureId);
    const which = { measureId, targetId: first.id };
    house.time.pass(MINUTE_MS);
    const counter = { answer: 'counter' as const, ...other };
    const second = await answerTarget(house, people.member.actor, which, counter);
    expect(second).toMatchObject({ ...other, state: 'proposed', counterTo: first.id });
    const { targets, target } = await story(measureId);
    expect(target).toBeNull();
    expect(targets).toEqual([
      second,
      {
        ...first,
        state: 'countered',
        answer: other.why,
        answeredBy: { id: people.member.actor.id, name: 'Sanne' },
        answeredAt: expect.any(String),
      },
    ]);
    const third = { measureId, targetId: second.id };
    await answerTarget(house, people.manager.actor, third, { answer: 'agree' });
    expect(await story(measureId)).toMatchObject({ target: 11, targetBy: '2099-06-30' });
  });

  it('nobody agrees to their own, and the other side does [MEAS-7]', async () => {
    const { house, people } = world;
    const { actor: colleague } = await newMember(house, people.manager.actor, people.teamId);
    const { id: measureId } = await measure();
    const { id: targetId } = await propose(measureId, 'member');
    const which = { measureId, targetId };
    for (const [actor, code] of [
      [people.member.actor, 'no-right'],
      [colleague, 'no-right'],
      [people.coach.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
      [people.admin.actor, 'no-right'],
      [{ kind: 'guest', id: 'g', name: 'G' }, 'sign-in'],
    ] as const) {
      const answer = answerTarget(house, actor, which, { answer: 'agree' });
      await expect(answer).rejects.toEqual(refused(code));
    }
    expect((await story(measureId, 'member')).may).toMatchObject({ propose: true, agree: false });
    expect((await story(measureId, 'coach')).may).toMatchObject({ propose: false, agree: false });
    expect((await story(measureId, 'manager')).may).toMatchObject({ propose: true, agree: true });
    await answerTarget(house, people.manager.actor, which, { answer: 'agree' });
  });

  it('whoever proposed may put a better one in its place [MEAS-8]', async () => {
    const { house, people } = world;
    const { id: measureId } = await measure();
    const { id: targetId } = await propose(measureId);
    const counter = { answer: 'counter' as const, ...other };
    const better = await answerTarget(
      house,
      people.manager.actor,
      { measureId, targetId },
      counter,
    );
    expect(better).toMatchObject({ proposedAs: 'manager', state: 'proposed' });
  });

  it('one waits at a time: a second proposal gets the first [MEAS-7]', async () => {
    const { house, people } = world;
    const { id } = await measure();
    const settled = await Promise.allSettled([
      propose(id, 'member'),
      proposeTarget(house, people.manager.actor, id, other),
    ]);
    const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost).toEqual([refused('conflict')]);
    await expect(propose(id)).rejects.toMatchObject({ code: 'conflict', current: won[0] });
    expect(await house.db.target.count({ where: { measureId: id } })).toBe(1);
  });

  it('the first answer counts; whoever answers at the same moment is told [MEAS-8]', async () => {
    const { house, people } = world;
    const { actor: colleague } = await newMember(house, people.manager.actor, people.teamId);
    const { id: measureId } = await measure();
    const { id: targetId } = await propose(measureId);
    const which = { measureId, targetId };
    const settled = await Promise.allSettled([
      answerTarget(house, people.member.actor, which, { answer: 'agree' }),
      answerTarget(house, colleague, which, { answer: 'counter', ...other }),
    ]);
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost).toEqual([refused('conflict')]);
    const { targets, target } = await story(measureId);
    const answered = targets.find(({ id }) => id === targetId);
    expect(lost[0]).toMatchObject({ current: answered });
    if (answered?.state === 'agreed') expect([target, targets.length]).toEqual([8, 1]);
    else expect([target, targets.length]).toEqual([null, 2]);
    const late = answerTarget(house, people.member.actor, which, { answer: 'agree' });
    await expect(late).rejects.toMatchObject({ code: 'conflict', current: answered });
  });

  it('a day that has passed is refused, in a proposal and in an answer [MEAS-7]', async () => {
    const { house, people } = world;
    const { id: measureId } = await measure();
    const past = { ...proposal, by: house.time.day(-2) };
    const early = proposeTarget(house, people.member.actor, measureId, past);
    await expect(early).rejects.toEqual(refused('invalid', 'by'));
    const { id: targetId } = await propose(measureId);
    const answer = { ...past, answer: 'counter' as const };
    const which = { measureId, targetId };
    const counter = answerTarget(house, people.member.actor, which, answer);
    await expect(counter).rejects.toEqual(refused('invalid', 'by'));
    expect((await story(measureId)).targets).toHaveLength(1);
  });

  it('nobody agrees to a day that has passed since it was proposed [MEAS-7]', async () => {
    const { house, people } = world;
    const { id: measureId } = await measure();
    const soon = { ...proposal, by: house.time.day(1) };
    const { id: targetId } = await proposeTarget(house, people.manager.actor, measureId, soon);
    house.time.pass(4 * DAY_MS);
    const which = { measureId, targetId };
    const agreed = answerTarget(house, people.member.actor, which, { answer: 'agree' });
    await expect(agreed).rejects.toEqual(refused('invalid', 'by'));
  });

  it('is of the team alone, and of its measure [MEAS-5]', async () => {
    const { house, people } = world;
    const { id: measureId } = await measure();
    const { id: targetId } = await propose(measureId);
    for (const { actor } of [people.outsider, people.removed]) {
      const asked = proposeTarget(house, actor, measureId, proposal);
      await expect(asked).rejects.toEqual(refused('not-found'));
      await expect(readMeasure(house, actor, measureId)).rejects.toEqual(refused('not-found'));
    }
    const elsewhere = { measureId: (await measure()).id, targetId };
    const answer = answerTarget(house, people.member.actor, elsewhere, { answer: 'agree' });
    await expect(answer).rejects.toEqual(refused('not-found'));
    const listed = await listMeasures(house, people.member.actor, people.teamId);
    expect(listed.find(({ id }) => id === measureId)?.proposed).toBe(true);
  });
});
