import { beforeAll, expect, it } from 'vitest';
import type { LearningsQuery } from '#board/api/learnings.ts';
import { changeCycle, readCycles } from '#board/cycles.ts';
import { asBoardId } from '#board/ids.ts';
import type { Actor } from '#server/auth/actor.ts';
import { listLearnings } from '#server/learnings/list-learnings.ts';
import { takeSnapshot } from '#server/snapshots/take-snapshot.ts';
import { answerHolding } from '#server/tasks/answer-holding.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { newBoard, newDoneTask, newGuest, newInvite, newMeasure } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('the learning log', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const { member, outsider } = people;
    boardId = (await newBoard(house, member.actor, people.teamId)).id;
    const measure = await newMeasure(house, member.actor, people.teamId);
    const effect = { measure: measure.id, expected: 10, checkOn: '2027-01-15' };
    const measured = await newDoneTask(house, member.actor, boardId, { effect, title: 'Één rij' });
    await checkEffect(house, member.actor, measured.id, {
      ...{ outcome: 'didnt', reading: 14, learned: 'Bellen vooraf hielp niet', tell: 'De balie' },
    });
    house.time.pass(MINUTE_MS);
    const observed = await newDoneTask(house, member.actor, boardId, { title: 'Geïnde brieven' });
    const worked = await checkEffect(house, people.manager.actor, observed.id, {
      ...{ outcome: 'worked', observation: 'Stil aan de balie', learned: '100% op tijd' },
    });
    house.time.pass(MINUTE_MS);
    await answerHolding(
      house,
      member.actor,
      { taskId: worked.id, checkId: worked.holdingChecks[0]?.id ?? '' },
      { revision: worked.revision, held: false, observation: 'Weer druk', note: 'Map zoek' },
    );
    const other = await newBoard(house, outsider.actor, people.otherTeamId);
    const theirs = await newDoneTask(house, outsider.actor, other.id);
    await checkEffect(house, outsider.actor, theirs.id, {
      ...{ outcome: 'partly', observation: 'Half', learned: 'Bellen bij hen' },
    });
  });

  const list = async (query: Partial<LearningsQuery> = {}, by: Actor = world.people.member.actor) =>
    (await listLearnings(world.house, by, { limit: 50, ...query })).items;
  const found = async (q: string) => (await list({ q })).map(({ learned }) => learned);

  it('has each check and each relapse, newest first [ACT-28] [ACT-29]', async () => {
    const { people } = world;
    const [relapse, worked, didnt, ...more] = await list();
    expect(more).toEqual([]);
    expect(relapse).toMatchObject({
      ...{ kind: 'relapse', title: 'Geïnde brieven', outcome: null, learned: 'Map zoek' },
      expected: { words: 'Niemand belt meer na' },
      happened: { words: 'Weer druk' },
      by: { name: 'Sanne' },
    });
    expect(worked).toMatchObject({ kind: 'effect', outcome: 'worked', tell: null, reached: null });
    expect(didnt).toMatchObject({
      ...{ kind: 'effect', outcome: 'didnt', reached: false, tell: 'De balie' },
      ...{ teamId: people.teamId, teamName: 'Polikliniek', boardId, cycle: null },
      measure: { name: 'Wachttijd', unit: 'min' },
      expected: { value: 10 },
      happened: { value: 14 },
    });
  });

  it('finds what holds every word, whatever its capitals and accents [ACT-29]', async () => {
    expect(await found('BELLEN')).toEqual(['Bellen vooraf hielp niet']);
    expect(await found('een rij')).toEqual(['Bellen vooraf hielp niet']);
    expect(await found('balie')).toEqual(['100% op tijd', 'Bellen vooraf hielp niet']);
    expect(await found('geinde stil')).toEqual(['100% op tijd']);
    expect(await found('balie zoek')).toEqual([]);
    expect(await found('wachttijd')).toEqual(['Bellen vooraf hielp niet']);
    for (const nothing of ['', '  ', '%', '_', "';--"])
      expect(await found(nothing)).toHaveLength(3);
    expect(await found('0%')).toEqual(['100% op tijd']);
  });

  it('shows the teams I am in, and no other [ACT-29]', async () => {
    const { house, people } = world;
    for (const actor of [people.coach.actor, people.manager.actor])
      expect(await list({}, actor)).toHaveLength(3);
    for (const actor of [people.admin.actor, people.removed.actor])
      expect(await list({}, actor)).toEqual([]);
    expect((await list({}, people.outsider.actor)).map(({ learned }) => learned)).toEqual([
      'Bellen bij hen',
    ]);
    expect(await list({ team: people.teamId })).toHaveLength(3);
    const asked = list({ team: people.otherTeamId });
    await expect(asked).rejects.toEqual(refused('not-found'));
    const invite = await newInvite(house, people.member.actor, boardId);
    const guest = await newGuest(house, invite);
    await expect(list({}, guest.actor)).rejects.toEqual(refused('sign-in'));
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const { house, people } = world;
    const all = (await list()).map(({ id }) => id);
    for (const limit of [1, 2]) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const query = { limit, ...(cursor === undefined ? {} : { cursor }) };
        const page = await listLearnings(house, people.member.actor, query);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all);
    }
  });

  it('takes over what a cycle taught when a snapshot is taken, and what became of it [ACT-28] [ACT-33]', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const write = (learned: string, base: string) =>
      house.documents.change(asBoardId(boardId), (board) => {
        const id = readCycles(board)[0]?.id ?? '';
        return Promise.resolve({
          result: undefined,
          apply: (shown) => changeCycle(shown, id, 'learned', learned, base),
        });
      });
    await takeSnapshot(house, actor, boardId, {});
    expect((await list({ q: 'cyclus' })).map(({ kind }) => kind)).toEqual([]);
    await write('Een cyclus is te kort', '');
    await takeSnapshot(house, actor, boardId, {});
    await takeSnapshot(house, actor, boardId, {});
    const entry = { kind: 'cycle', cycle: 1, taskId: null, title: '', boardId };
    expect(await list({ q: 'cyclus' })).toMatchObject([{ ...entry, by: { name: 'Marieke' } }]);
    await write('Een cyclus van drie weken is te kort', 'Een cyclus is te kort');
    await takeSnapshot(house, actor, boardId, {});
    expect(await list({ q: 'cyclus' })).toMatchObject([
      { ...entry, learned: 'Een cyclus van drie weken is te kort' },
    ]);
    await write('', 'Een cyclus van drie weken is te kort');
    await takeSnapshot(house, actor, boardId, {});
    expect(await list({ q: 'cyclus' })).toEqual([]);
  });
});
