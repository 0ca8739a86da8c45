import type { AttendeeView, MeetingView } from '#board/api/meetings.ts';
import { minutes } from '#board/minutes.ts';
import { byName } from '#board/order.ts';
import type { Meeting, MeetingAttendee, Prisma, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';
import { nextOf } from './meeting-facts.ts';

/** What a meeting query has to include for `viewMeeting`. */
export const meetingParts = {
  openedBy: true,
  facilitator: true,
  closedBy: true,
  attendees: true,
} satisfies Prisma.MeetingInclude;

export type MeetingRow = Meeting & {
  openedBy: User;
  facilitator: User;
  closedBy: User | null;
  attendees: MeetingAttendee[];
};

export function viewMeeting(row: MeetingRow): MeetingView {
  const { id, boardId, heldOn, openedAt, openedBy, facilitator, closedAt, closedBy } = row;
  return {
    ...{ id, boardId, heldOn },
    openedAt: openedAt.toISOString(),
    openedBy: nameOf(openedBy),
    facilitator: nameOf(facilitator),
    closedAt: closedAt?.toISOString() ?? null,
    closedBy: closedBy && nameOf(closedBy),
    present: viewAttendees(row.attendees),
    next: nextOf(row),
    override: row.overrideWhy,
    snapshotId: row.snapshotId,
    counts: countsOf(row),
  };
}

export function viewAttendees(rows: readonly MeetingAttendee[]): AttendeeView[] {
  return rows.map(({ id, personId, name, guest }) => ({ id, personId, name, guest })).sort(byName);
}

function countsOf(row: Meeting): MeetingView['counts'] {
  const kept = minutes.safeParse(row.minutes).data;
  if (!kept) return null;
  const { agreed, steps, effects, holding, parked, dropped } = kept;
  return {
    agreed: agreed.length,
    steps: steps.length + effects.length + holding.length,
    parked: parked.length,
    dropped: dropped.length,
  };
}
