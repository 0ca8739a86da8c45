import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { id, moment } from './problem.ts';

/** Days back that promises, effects and meetings are counted. [GLANCE-2] */
export const GLANCE_DAYS = 90;

/** Why a team needs somebody to look, in plain facts. [GLANCE-4] */
export const attention = z.discriminatedUnion('is', [
  z.object({ is: z.literal('late'), count: z.int() }),
  z.object({ is: z.literal('to-check'), count: z.int() }),
  z.object({ is: z.literal('asked'), count: z.int() }),
  z.object({ is: z.literal('unanswered'), count: z.int(), days: z.int() }),
  z.object({ is: z.literal('quiet'), days: z.int() }),
]);
export type Attention = z.infer<typeof attention>;

/** Of so many promises that were due, how many were kept on time. */
const keptOfDue = z.object({ due: z.int(), kept: z.int() });

export const teamGlanceView = z.object({
  teamId: id,
  teamName: z.string(),
  /** The most pressing first; empty where nothing presses. */
  attention: z.array(attention),
  /** The measure whose target is looked at; null where the team has none. */
  measure: z.nullable(
    z.object({
      id,
      name: z.string(),
      unit: z.string(),
      direction: z.enum(['up', 'down']),
      baseline: z.nullable(z.number()),
      target: z.nullable(z.number()),
      targetBy: z.nullable(day),
      /** Oldest first. */
      readings: z.array(z.object({ at: day, value: z.number() })),
    }),
  ),
  /** `late`: open now although their day has passed, whenever that was. */
  promises: z.extend(keptOfDue, { late: z.int() }),
  /** By what was found; `waiting`: done and not looked at yet, `toCheck` of them since their day or longer. */
  effects: z.object({
    worked: z.int(),
    partly: z.int(),
    didnt: z.int(),
    waiting: z.int(),
    toCheck: z.int(),
  }),
  /** What the team asked of managers and coaches and nobody has answered. */
  requests: z.int(),
  /** Snapshots that wait for an answer; the newest of the board that waits longest, and for how many days. */
  unanswered: z.object({
    count: z.int(),
    oldest: z.nullable(z.object({ snapshotId: id, days: z.int() })),
  }),
  /** Days since a cycle ended last; null where none has. */
  cycleEndedDays: z.nullable(z.int()),
  meetings: z.object({ held: z.int(), withManager: z.int() }),
  newestSnapshot: z.nullable(
    z.object({ snapshotId: id, boardId: id, boardTitle: z.string(), takenAt: moment }),
  ),
  /** The asker's own promises in the team, for a manager of it alone. [GLANCE-5] */
  own: z.nullable(keptOfDue),
});
export type TeamGlanceView = z.infer<typeof teamGlanceView>;
