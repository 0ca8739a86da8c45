import { beforeAll, expect, it } from 'vitest';
import { boardDocument, readTask as readFact } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import type { House } from '#server/house.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { declineTask } from '#server/tasks/decline-task.ts';
import {
  newBoard,
  newDoneTask,
  newMeasure,
  newProposal,
  newTask,
  newWebhook,
} from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { failAtCall } from '#tests/support/failing-calls.ts';
import { whileCommitFails } from '#tests/support/failing-log.ts';
import { anotherNode } from '#tests/support/house.ts';
import { refused } from '#tests/support/refused.ts';
import { storedDocument } from '#tests/support/stored-document.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

/** How often something is there that a step writes. */
type Counts = Readonly<Record<string, number>>;

interface Step {
  /** What the step is taken with: all that is there before. */
  make(): Promise<{ actionId: string; take: (house: House) => Promise<unknown> }>;
  readonly writes: Counts;
  /** What who takes it again is told once it was taken. */
  readonly again: 'the same' | 'conflict' | 'no-right';
}

describeOnBothDatabases('a step of which one database call fails', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  let measureId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
    measureId = (await newMeasure(house, people.member.actor, people.teamId)).id;
    await newWebhook(house, people.manager.actor, people.teamId);
  });

  const me = () => world.people.member.actor;
  const steps: Record<string, Step> = {
    confirming: {
      make: async () => {
        const { actionId } = await newProposal(world.house, me(), boardId);
        return { actionId, take: (house) => confirmAction(house, me(), { boardId, actionId }) };
      },
      writes: { tasks: 1, events: 1, audit: 1, mails: 1, messages: 1, facts: 1 },
      again: 'the same',
    },
    'beginning the work and giving it to somebody else': {
      make: async () => {
        const { id, actionId, revision } = await newTask(world.house, me(), boardId);
        const owner = world.people.manager.actor.id;
        const change = { revision, state: 'doing' as const, owner };
        return { actionId, take: (house) => changeTask(house, me(), id, change) };
      },
      writes: { revisions: 1, events: 1, audit: 1, mails: 1, messages: 1, changes: 1 },
      again: 'conflict',
    },
    'declining what somebody else promised in my name': {
      make: async () => {
        const { member, manager } = world.people;
        const wish = { owner: manager.actor.id };
        const { id, actionId, revision } = await newTask(world.house, member.actor, boardId, wish);
        const said = { revision, reason: 'Ik heb vakantie' };
        return { actionId, take: (house) => declineTask(house, manager.actor, id, said) };
      },
      writes: { revisions: 1, events: 1, audit: 1, mails: 1, messages: 1, changes: 1 },
      again: 'no-right',
    },
    'checking the effect': {
      make: async () => {
        const effect = { measure: measureId, expected: 10, checkOn: '2027-01-15' };
        const { id, actionId, revision } = await newDoneTask(world.house, me(), boardId, {
          effect,
        });
        const said = { outcome: 'worked' as const, reading: 8, learned: 'Bellen', revision };
        return { actionId, take: (house) => checkEffect(house, me(), id, said) };
      },
      writes: {
        // One message of the task, one of the reading.
        ...{ revisions: 1, events: 1, audit: 1, messages: 2, changes: 1 },
        ...{ readings: 1, learnings: 1, holding: 2 },
      },
      again: 'conflict',
    },
  };

  /** What is on disk; the fact as somebody finds it who has the log alone, so that nobody put it right. */
  async function onDisk(actionId: string): Promise<Counts> {
    const { db } = world.house;
    const stored = await storedDocument(new PrismaUpdateLog(db), asBoardId(boardId));
    const board = boardDocument(stored);
    const fact = readFact(board, actionId);
    const tasks = await db.task.findMany({ where: { boardId, actionId } });
    expect(tasks.map(({ id, state, revision }) => ({ taskId: id, state, revision }))).toEqual(
      fact ? [{ taskId: fact.taskId, state: fact.state, revision: fact.revision }] : [],
    );
    return {
      tasks: tasks.length,
      revisions: tasks[0] && fact ? tasks[0].revision : 1,
      events: await db.taskEvent.count(),
      audit: await db.audit.count({ where: { NOT: { deed: { startsWith: 'action.propose' } } } }),
      mails: await db.mail.count(),
      messages: await db.webhookDelivery.count(),
      readings: await db.reading.count(),
      learnings: await db.learning.count(),
      holding: await db.holdingCheck.count(),
      facts: fact ? 1 : 0,
      changes: fact?.revision ?? 1,
    };
  }

  const plus = (before: Counts, writes: Counts): Counts =>
    Object.fromEntries(Object.entries(before).map(([key, n]) => [key, n + (writes[key] ?? 0)]));

  /** Takes the step on a server of its own, whose rooms hold nothing yet. */
  async function takeOn(
    db: House['db'],
    take: (house: House) => Promise<unknown>,
  ): Promise<'taken' | Error> {
    const node = anotherNode(world.house, db);
    try {
      return await take(node.house).then(
        () => 'taken' as const,
        (error: Error) => error,
      );
    } finally {
      await node.stop();
      world.house.takeLogged();
    }
  }

  /** All of it or nothing is there; taken once more elsewhere all of it is, once. */
  async function mustBeWholeOrNothing(
    step: Step,
    db: House['db'],
    during: (work: () => Promise<'taken' | Error>) => Promise<'taken' | Error>,
  ): Promise<{ is: 'whole' | 'nothing'; told: 'taken' | Error }> {
    const { actionId, take } = await step.make();
    const before = await onDisk(actionId);
    const told = await during(() => takeOn(db, take));
    const after = await onDisk(actionId);
    const whole = plus(before, step.writes);
    const is = after['events'] === before['events'] ? 'nothing' : 'whole';
    expect(after).toEqual(is === 'whole' ? whole : before);
    if (told === 'taken') expect(is).toBe('whole');
    const again = await takeOn(world.house.db, take);
    if (is === 'whole' && step.again !== 'the same') expect(again).toEqual(refused(step.again));
    else expect(again).toBe('taken');
    expect(await onDisk(actionId)).toEqual(whole);
    return { is, told };
  }

  it.each(Object.keys(steps))(
    'is taken whole or not at all, whichever call it is: %s [ACT-6] [ACT-7]',
    { timeout: 120_000 },
    async (name) => {
      const step = steps[name] as Step;
      for (const call of ['not done', 'done'] as const) {
        let failures = 0;
        for (let n = 1; ; n++) {
          const { db, failed } = failAtCall(world.house.db, n, call);
          const { is, told } = await mustBeWholeOrNothing(step, db, (work) => work());
          if (!failed()) break;
          if (told !== 'taken') failures += 1;
          if (told !== 'taken' && is === 'nothing') {
            expect(told.message).toContain('the database is away');
          }
        }
        expect(failures).toBeGreaterThan(10);
      }
    },
  );

  it.each(Object.keys(steps))(
    'is not taken when the commit itself is refused: %s [ACT-6] [ACT-7]',
    async (name) => {
      const { db } = world.house;
      const { is, told } = await mustBeWholeOrNothing(steps[name] as Step, db, (work) =>
        whileCommitFails(db, 'task_event', work),
      );
      expect(is).toBe('nothing');
      expect(told).toMatchObject({ message: expect.stringContaining('no commit today') });
    },
  );

  it.each(Object.keys(steps))(
    'is there once when the answer to the commit was lost: %s [ACT-6] [ACT-7]',
    async (name) => {
      const { db } = world.house;
      const { is, told } = await mustBeWholeOrNothing(
        steps[name] as Step,
        losingAnswers(db),
        (work) => work(),
      );
      expect(is).toBe('whole');
      expect(told).toMatchObject({ message: 'the answer was lost' });
    },
  );
});

/** The same client, whose transactions are committed without anybody being told. */
function losingAnswers(db: House['db']): House['db'] {
  return new Proxy(db, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== '$transaction' || typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        await Reflect.apply(value, target, args);
        throw new Error('the answer was lost');
      };
    },
  });
}
