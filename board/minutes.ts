import * as z from 'zod/mini';
import { day } from './calendar.ts';
import type { Day } from './calendar.ts';
import { diffBoards } from './diff.ts';
import { consentOutcomes } from './consent.ts';
import { effectOutcomes, taskStates } from './facts.ts';
import { isParked, nextMeeting, undecided } from './meetings.ts';
import { netSteps } from './net-steps.ts';
import type { StepTaken } from './net-steps.ts';
import type { Projection } from './projection.ts';

const words = z.nullable(z.string());
const named = { title: z.string(), owner: z.string() };
/** How the effect is seen: a measure with its value, or what is observed. */
const seen = {
  measure: words,
  unit: words,
  expected: z.nullable(z.number()),
  observation: words,
};

/**
 * The minutes of a meeting: what came of it, and nothing of how it was said. Names and numbers are
 * those of the moment at which it closed. [MEET-8]
 */
export const minutes = z.object({
  format: z.literal(1),
  meetingId: z.string(),
  boardId: z.string(),
  board: z.string(),
  team: z.string(),
  heldOn: day,
  openedAt: z.string(),
  /** Null while the meeting goes on: then these are the minutes so far. */
  closedAt: z.nullable(z.string()),
  facilitator: z.string(),
  present: z.array(z.object({ name: z.string(), guest: z.boolean() })),
  agreed: z.array(z.object({ ...named, due: day, ...seen, checkOn: day })),
  steps: z.array(z.object({ ...named, from: z.enum(taskStates), to: z.enum(taskStates) })),
  dues: z.array(z.object({ ...named, from: day, to: day, reason: words })),
  handedOver: z.array(z.object({ title: z.string(), from: z.string(), to: z.string() })),
  effects: z.array(
    z.object({
      ...named,
      outcome: z.enum(effectOutcomes),
      ...seen,
      reading: z.nullable(z.number()),
      found: words,
      learned: z.string(),
      tell: words,
    }),
  ),
  holding: z.array(
    z.object({
      ...named,
      held: z.boolean(),
      after: z.int(),
      reading: z.nullable(z.number()),
      unit: words,
      note: words,
    }),
  ),
  readings: z.array(
    z.object({ measure: z.string(), unit: z.string(), at: day, value: z.number() }),
  ),
  targets: z.array(
    z.object({
      measure: z.string(),
      unit: z.string(),
      from: z.nullable(z.number()),
      to: z.nullable(z.number()),
    }),
  ),
  /** Rounds of consent that ended; minutes of before there were any say nothing of them. */
  consent: z._default(
    z.array(
      z.object({
        title: z.string(),
        outcome: z.enum(consentOutcomes),
        by: z.string(),
        objections: z.array(z.object({ by: z.string(), text: z.string(), met: words })),
      }),
    ),
    [],
  ),
  parked: z.array(z.object({ title: z.string(), until: day })),
  dropped: z.array(z.object({ title: z.string(), promised: z.boolean(), reason: words })),
  undecided: z.array(z.object({ title: z.string() })),
  override: z.nullable(z.object({ by: z.string(), why: z.string() })),
  next: z.nullable(nextMeeting),
});
export type Minutes = z.infer<typeof minutes>;

/** Everything that minutes are made from. */
export interface MinutesSource extends Pick<
  Minutes,
  | 'meetingId'
  | 'board'
  | 'team'
  | 'heldOn'
  | 'openedAt'
  | 'closedAt'
  | 'facilitator'
  | 'present'
  | 'consent'
  | 'override'
  | 'next'
> {
  /** The board when the meeting opened, and now. */
  readonly before: Projection;
  readonly now: Projection;
  readonly today: Day;
  /** The steps on the board's promises during the meeting, oldest first. */
  readonly steps: readonly StepTaken[];
}

export function makeMinutes(source: MinutesSource): Minutes {
  const { before, now, today, steps, ...head } = source;
  const diff = diffBoards(before, now);
  const units = new Map(now.measures.map(({ id, unit }) => [id, unit]));
  const { droppedPromises, ...taken } = netSteps(steps);
  return {
    format: 1,
    boardId: now.boardId,
    ...head,
    ...taken,
    readings: diff.readings.map(({ measure, unit, at, value }) => ({ measure, unit, at, value })),
    targets: diff.targetsMoved.map(({ id, measure, from, to }) => {
      return { measure, unit: units.get(id) ?? '', from, to };
    }),
    parked: parkedSince(before, now, today),
    dropped: [...droppedPromises, ...droppedProposals(before, now)],
    undecided: undecided(now.actions, today).map(({ title }) => ({ title })),
  };
}

function parkedSince(before: Projection, now: Projection, today: Day): Minutes['parked'] {
  const then = new Map(before.actions.map(({ id, parked }) => [id, parked]));
  return now.actions.flatMap(({ id, title, parked, taskId, rung }) => {
    const isNew = parked !== (then.get(id) ?? null);
    const stands = taskId === null && rung !== 'dropped' && isParked(parked, today);
    return parked !== null && isNew && stands ? [{ title, until: parked }] : [];
  });
}

function droppedProposals(before: Projection, now: Projection): Minutes['dropped'] {
  const then = new Map(before.actions.map(({ id, rung }) => [id, rung]));
  return now.actions
    .filter(({ id, rung, taskId }) => {
      return taskId === null && rung === 'dropped' && then.get(id) !== 'dropped';
    })
    .map(({ title }) => ({ title, promised: false, reason: null }));
}
