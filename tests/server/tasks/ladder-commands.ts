import fc from 'fast-check';
import { expect } from 'vitest';
import type { HoldingCheckView, TaskView } from '#board/api/tasks.ts';
import { effectOutcomes, taskStates } from '#board/facts.ts';
import type { EffectOutcome } from '#board/facts.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import type { Confirmed } from '#server/actions/confirm-action.ts';
import type { House } from '#server/house.ts';
import { isRefusal } from '#server/refusal.ts';
import { answerHolding } from '#server/tasks/answer-holding.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { declineTask } from '#server/tasks/decline-task.ts';
import { newProposal } from '#tests/support/builders.ts';
import { anotherNode } from '#tests/support/house.ts';
import type { TestHouse } from '#tests/support/house.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import type { People } from '#tests/support/people.ts';
import { mustAgree } from './ladder-invariants.ts';
import * as model from './ladder-model.ts';

/** Days that no command reaches: a proposal whose day has passed is no promise any more. [ACT-31] */
export const FAR_AHEAD = {
  due: '2099-01-08',
  effect: { observation: 'Niemand belt meer na', checkOn: '2099-02-05' },
};
import type {
  Fate,
  HandOver,
  Model,
  ModelAction,
  ModelTask,
  Move,
  Promiser,
  Who,
} from './ladder-model.ts';

/** One team on one board, served by two processes, one of which comes and goes. */
export interface Real {
  readonly house: TestHouse;
  readonly people: People;
  readonly boardId: string;
  other: ReturnType<typeof anotherNode>;
  /** Of the process that changed the board last: the other one hears of it a moment later. */
  latest: House;
}

type Command = fc.AsyncCommand<Model, Real>;

/** A command that may always be tried; afterwards model and server have to agree. */
function command(said: string, run: (m: Model, r: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (m, r) => {
      await run(m, r);
      await mustAgree(m, r);
    },
    toString: () => said,
  };
}

/** Asks one of the processes; the answer where it was yes, and what became of it. */
async function attempt<T>(
  r: Real,
  elsewhere: boolean,
  ask: (house: House) => Promise<T>,
): Promise<{ readonly fate: Fate; readonly answer?: T }> {
  const house = elsewhere ? r.other.house : r.house;
  try {
    const answer = await ask(house);
    r.latest = house;
    return { fate: 'done', answer };
  } catch (error) {
    if (isRefusal(error)) return { fate: error.code as Fate };
    throw error;
  }
}

const who: fc.Arbitrary<Who> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Who[]>('member', 'manager') },
  { weight: 1, arbitrary: fc.constantFrom<Who[]>('coach', 'outsider', 'removed') },
);
const rarely = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const nth = fc.nat({ max: 20 });

const propose = fc.boolean().map((complete) =>
  command(`propose ${complete ? 'whole' : 'without a day'}`, async (m, r) => {
    const by = r.people.member.actor;
    const { actionId } = await newProposal(
      r.house,
      by,
      r.boardId,
      complete ? FAR_AHEAD : { due: undefined },
    );
    m.actions.push({ actionId, complete, task: undefined });
  }),
);

function onAction(said: string, at: number, run: (a: ModelAction, r: Real) => Promise<void>) {
  return command(`${said} action ${at}`, async (m, r) => {
    const action = m.actions[at % Math.max(1, m.actions.length)];
    if (action) await run(action, r);
  });
}

function onTask(
  said: string,
  at: number,
  run: (t: ModelTask, r: Real) => Promise<void>,
  among: (t: ModelTask) => boolean = () => true,
) {
  return command(`${said} task ${at}`, async (m, r) => {
    const tasks = m.actions.flatMap(({ task }) => task ?? []).filter(among);
    const task = tasks[at % Math.max(1, tasks.length)];
    if (task) await run(task, r);
  });
}

const confirm = fc.tuple(nth, who, fc.boolean()).map(([at, by, elsewhere]) =>
  onAction(`${by} confirms`, at, async (action, r) => {
    const ids = { boardId: r.boardId, actionId: action.actionId };
    const { fate, answer: confirmed } = await attempt(r, elsewhere, (house) =>
      confirmAction(house, r.people[by].actor, ids),
    );
    expect(fate).toBe(model.fateOfConfirm(action, by));
    if (confirmed && model.isPromiser(by)) learnOfTask(action, r, confirmed, by);
  }),
);

const confirmTogether = nth.map((at) =>
  onAction('two confirm', at, async (action, r) => {
    if (!action.complete) return;
    const { actionId } = action;
    const both = await Promise.all([
      confirmAction(r.house, r.people.member.actor, { boardId: r.boardId, actionId }),
      confirmAction(r.other.house, r.people.manager.actor, { boardId: r.boardId, actionId }),
    ]);
    expect(both[0].task.id).toBe(both[1].task.id);
    const made = both.filter((one) => one.made);
    if (both[1].made) r.latest = r.other.house;
    else if (both[0].made) r.latest = r.house;
    expect(made).toHaveLength(action.task ? 0 : 1);
    const one = { task: both[0].task, made: made.length > 0 };
    learnOfTask(action, r, one, both[1].made ? 'manager' : 'member');
  }),
);

function learnOfTask(
  action: ModelAction,
  r: Real,
  { task: view, made }: Confirmed,
  giver: Promiser,
): void {
  expect(made).toBe(action.task === undefined);
  action.task ??= {
    ...{ state: 'agreed', steps: 1, toCome: [], view },
    ...{ owner: 'member', giver, givenOn: model.dayOf(r.house.clock()), declined: false },
  };
}

async function takeMove(task: ModelTask, r: Real, how: Move, elsewhere: boolean): Promise<void> {
  const { fate, answer: view } = await attempt(r, elsewhere, (house) =>
    changeTask(house, r.people[how.who].actor, task.view.id, {
      ...{ revision: revisionOf(task, how.stale), state: how.to },
      ...(how.reasoned ? { reason: 'Het hoeft niet meer' } : {}),
    }),
  );
  expect(fate).toBe(model.fateOfMove(task, how));
  if (view) stepTaken(task, view, () => model.moved(task, how.to));
}

interface Checking {
  readonly who: Who;
  readonly outcome: EffectOutcome;
  readonly stale: boolean;
}

async function takeCheck(task: ModelTask, r: Real, how: Checking): Promise<void> {
  const { outcome } = how;
  const { fate, answer: view } = await attempt(r, false, (house) =>
    checkEffect(house, r.people[how.who].actor, task.view.id, {
      ...{ outcome, observation: 'Stil', learned: 'Bellen' },
      revision: revisionOf(task, how.stale),
    }),
  );
  expect(fate).toBe(model.fateOfCheck(task, how.who, how.stale));
  if (view) stepTaken(task, view, () => model.checked(task, outcome, r.house.clock()));
}

interface Answering {
  readonly who: Who;
  readonly held: boolean;
  readonly stale: boolean;
}

async function takeAnswer(
  task: ModelTask,
  r: Real,
  how: Answering,
  one: HoldingCheckView | undefined,
): Promise<void> {
  if (!one) return;
  const { held } = how;
  const { fate, answer: view } = await attempt(r, !held, (house) =>
    answerHolding(
      house,
      r.people[how.who].actor,
      { taskId: task.view.id, checkId: one.id },
      { revision: revisionOf(task, how.stale), held, observation: 'Stil' },
    ),
  );
  const dueOn = one.result === null ? one.dueOn : undefined;
  expect(fate).toBe(model.fateOfAnswer(dueOn, how, r.house.clock()));
  if (view) stepTaken(task, view, () => model.answered(task, one.dueOn, held));
}

const move = fc
  .record({ who, to: fc.constantFrom(...taskStates), stale: rarely, reasoned: fc.boolean() })
  .chain((how) => fc.tuple(nth, fc.constant<Move>(how), fc.boolean()))
  .map(([at, how, elsewhere]) =>
    onTask(`${how.who} moves to ${how.to}${how.stale ? ', too late,' : ''}`, at, (task, r) =>
      takeMove(task, r, how, elsewhere),
    ),
  );

const handOver = fc
  .tuple(
    nth,
    fc.record({ who, to: fc.constantFrom<Promiser[]>('member', 'manager'), stale: rarely }),
  )
  .map(([at, how]) =>
    onTask(`${how.who} hands over to ${how.to}`, at, (task, r) => takeHandOver(task, r, how)),
  );

async function takeHandOver(task: ModelTask, r: Real, how: HandOver): Promise<void> {
  const owner = r.people[how.to].actor.id;
  const { fate, answer: view } = await attempt(r, false, (house) =>
    changeTask(house, r.people[how.who].actor, task.view.id, {
      ...{ revision: revisionOf(task, how.stale), owner },
    }),
  );
  expect(fate).toBe(model.fateOfHandOver(how));
  if (view) stepTaken(task, view, () => model.handedOver(task, how, r.house.clock()));
}

interface DecliningHow {
  readonly who: Who;
  readonly stale: boolean;
}

async function takeDecline(task: ModelTask, r: Real, how: DecliningHow, elsewhere: boolean) {
  const { fate, answer: view } = await attempt(r, elsewhere, (house) =>
    declineTask(house, r.people[how.who].actor, task.view.id, {
      ...{ revision: revisionOf(task, how.stale), reason: 'Ik heb vakantie' },
    }),
  );
  expect(fate).toBe(model.fateOfDecline(task, how.who, how.stale, r.house.clock()));
  if (view) stepTaken(task, view, () => model.declined(task));
}

const decline = fc
  .tuple(nth, fc.record({ who, stale: rarely }), fc.boolean())
  .map(([at, how, elsewhere]) =>
    onTask(`${how.who} declines`, at, (task, r) => takeDecline(task, r, how, elsewhere)),
  );

/** Handed over by its owner, who gets it back at once, or not where it is too late. */
const giveAndDecline = fc
  .tuple(nth, fc.integer({ min: 0, max: 3 }), fc.boolean())
  .map(([at, days, elsewhere]) =>
    onTask(
      `handed over, and declined ${days === 3 ? 'a day later' : 'at once'}`,
      at,
      async (task, r) => {
        const to = task.owner === 'member' ? 'manager' : 'member';
        await takeHandOver(task, r, { who: task.owner, to, stale: false });
        if (days === 3) r.house.time.pass(DAY_MS);
        await takeDecline(task, r, { who: to, stale: false }, elsewhere);
      },
      ({ state }) => state === 'agreed',
    ),
  );

const check = fc
  .tuple(nth, fc.record({ who, outcome: fc.constantFrom(...effectOutcomes), stale: rarely }))
  .map(([at, how]) =>
    onTask(`${how.who} checks: ${how.outcome}`, at, (task, r) => takeCheck(task, r, how)),
  );

const answer = fc
  .tuple(nth, nth, fc.record({ who, stale: rarely, held: fc.boolean() }))
  .map(([at, which, how]) =>
    onTask(`${how.who} answers that it ${how.held ? 'held' : 'slipped'}`, at, (task, r) => {
      const checks = task.view.holdingChecks;
      return takeAnswer(task, r, how, checks[which % Math.max(1, checks.length)]);
    }),
  );

/** The next step up by somebody who may, so that games come to the end of the ladder. */
const forward = fc.tuple(nth, fc.boolean()).map(([at, elsewhere]) =>
  onTask('takes the next step up', at, async (task, r) => {
    const how = { who: 'member', stale: false } as const;
    const up = { agreed: 'doing', doing: 'done', dropped: 'agreed' } as const;
    const { state } = task;
    if (state === 'done') return takeCheck(task, r, { ...how, outcome: 'worked' });
    if (state === 'standard') return;
    if (state !== 'effect_checked')
      return takeMove(task, r, { ...how, to: up[state], reasoned: false }, elsewhere);
    r.house.time.pass(90 * DAY_MS);
    const next = task.view.holdingChecks.find(({ result }) => result === null);
    return takeAnswer(task, r, { ...how, held: true }, next);
  }),
);

function revisionOf({ view }: ModelTask, stale: boolean): number {
  return stale ? view.revision - 1 : view.revision;
}

function stepTaken(task: ModelTask, view: TaskView, step: () => void): void {
  step();
  task.steps += 1;
  task.view = view;
}

const pass = fc
  .integer({ min: 1, max: 60 })
  .map((days) => command(`${days} days pass`, async (_m, r) => r.house.time.pass(days * DAY_MS)));

const restart = fc.constant(
  command('the second process restarts', async (_m, r) => {
    await r.other.stop();
    const gone = r.other.house;
    r.other = anotherNode(r.house);
    if (r.latest === gone) r.latest = r.other.house;
  }),
);

/** Everything that people and processes do to the ladder, the forward steps oftener. */
export const ladderCommands = [
  ...[propose, confirm, confirm, confirmTogether, confirmTogether],
  ...[handOver, decline, giveAndDecline, giveAndDecline],
  ...[forward, forward, forward, forward, move, move, move, check, answer, pass, restart],
];
