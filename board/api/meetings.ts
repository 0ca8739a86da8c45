import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { meaningDiff } from '../diff.ts';
import { nextMeeting, timeOfDay } from '../meetings.ts';
import { locales } from './people.ts';
import { id, moment, person } from './problem.ts';
import { taskView } from './tasks.ts';

const planned = { nextOn: z.optional(z.nullable(day)), nextAt: z.optional(z.nullable(timeOfDay)) };

/** Whoever opens it facilitates, unless somebody else of the team is named. */
export const openMeetingInput = z.strictObject({ facilitator: z.optional(id), ...planned });
export type OpenMeetingInput = z.infer<typeof openMeetingInput>;

export const closeMeetingInput = z.strictObject({
  ...planned,
  /** Why it closes although something is undecided. */
  override: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
export type CloseMeetingInput = z.infer<typeof closeMeetingInput>;

/** When the team meets again; `nextOn: null` takes the plan back. */
export const planMeetingInput = z.strictObject({
  nextOn: z.nullable(day),
  nextAt: z.optional(z.nullable(timeOfDay)),
});
export type PlanMeetingInput = z.infer<typeof planMeetingInput>;

/** Somebody who was there without being on the board: a person of the team, or a name. */
export const addAttendeeInput = z
  .strictObject({
    userId: z.optional(id),
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  })
  .check(
    z.refine((input) => (input.userId === undefined) !== (input.name === undefined), {
      path: ['name'],
      message: 'name one person',
    }),
  );
export type AddAttendeeInput = z.infer<typeof addAttendeeInput>;

export const attendeeView = z.object({
  id,
  /** A user or a guest; null for a name that was written down. */
  personId: z.nullable(id),
  name: z.string(),
  guest: z.boolean(),
});
export type AttendeeView = z.infer<typeof attendeeView>;

export const meetingView = z.object({
  id,
  boardId: id,
  heldOn: day,
  openedAt: moment,
  openedBy: person,
  facilitator: person,
  /** Null while it is open. */
  closedAt: z.nullable(moment),
  closedBy: z.nullable(person),
  /** As seen on the board while it was open, and as written down; by name. */
  present: z.array(attendeeView),
  /** As it was planned when the meeting closed. */
  next: z.nullable(nextMeeting),
  /** Why it closed with something undecided. */
  override: z.nullable(z.string()),
  snapshotId: z.nullable(id),
  /** Null while it is open. */
  counts: z.nullable(
    z.object({ agreed: z.int(), steps: z.int(), parked: z.int(), dropped: z.int() }),
  ),
});
export type MeetingView = z.infer<typeof meetingView>;

const promises = z.array(z.extend(taskView, { doneAt: z.nullable(moment) }));
export type PromiseView = z.infer<typeof promises>[number];

/** What the opening of a meeting shows first. */
export const agendaView = z.object({
  today: day,
  /** When the last meeting closed; null before the first. */
  since: z.nullable(moment),
  promises: z.object({
    late: promises,
    due: promises,
    toCheck: promises,
    toHold: promises,
    kept: promises,
    ahead: promises,
  }),
  /** Parked until today or before: back on the table. */
  back: z.array(z.object({ actionId: id, title: z.string(), parked: day })),
  /** Since the last closing snapshot; null before the first. */
  changes: z.nullable(meaningDiff),
  next: z.nullable(nextMeeting),
  /** The day on which the team is likely to meet again. */
  usualNext: day,
});
export type AgendaView = z.infer<typeof agendaView>;

/** In which language; the asker's own, when left out. */
export const minutesQuery = z.object({ locale: z.optional(z.enum(locales)) });
export type MinutesQuery = z.infer<typeof minutesQuery>;
