import { may } from '#board/access.ts';
import type { CloseMeetingInput, MeetingView } from '#board/api/meetings.ts';
import { asBoardId } from '#board/ids.ts';
import { undecided } from '#board/meetings.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { todayOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { House, Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { holdSnapshots } from '../snapshots/content-rows.ts';
import { snapshotWithin } from '../snapshots/snapshot-within.ts';
import { storable } from '../storable.ts';
import { asComers, writeAttendance } from './attendance.ts';
import { collectMinutes } from './collect-minutes.ts';
import { meetingFactsChange, nextOf } from './meeting-facts.ts';
import { mustBeAhead } from './must-be-ahead.ts';
import { mustOnMeeting } from './must-on-meeting.ts';
import { meetingParts, viewMeeting } from './view-meeting.ts';
import type { MeetingRow } from './view-meeting.ts';

export interface Closed {
  readonly meeting: MeetingView;
  /** False when somebody had closed it before. */
  readonly made: boolean;
}

/**
 * Closes a meeting once nothing on the board, as it is on disk, is left undecided: the closing
 * snapshot, the minutes, the plan and what the board shows are one transaction, or none of them.
 * Closing again, or two people at once, gives the one closing. [MEET-4] [MEET-9] [MEET-10]
 */
export async function closeMeeting(
  house: House,
  actor: Actor,
  meetingId: string,
  input: CloseMeetingInput,
): Promise<Closed> {
  const {
    user,
    meeting,
    board: row,
    subjects,
  } = await mustOnMeeting(house, actor, meetingId, 'meeting.hold');
  if (meeting.closedAt) return { meeting: viewMeeting(meeting), made: false };
  const today = todayOf(house, user);
  mustBeAhead(input.nextOn, today);
  const { boardId } = meeting;
  const mayOverride = meeting.facilitatorId === user.id || may(subjects, 'meeting.override');
  const people = await house.documents.peopleOn(asBoardId(boardId));
  return house.documents.change<Closed>(asBoardId(boardId), async (board, tx) => {
    await holdSnapshots(tx, boardId);
    await holdBoard(tx, boardId);
    const before = await read(tx, meetingId);
    if (before.closedAt) return { result: { meeting: viewMeeting(before), made: false } };
    const now = storable(projectBoard(board));
    const left = undecided(now.actions, today);
    mustBeDecided(left, input.override, mayOverride);
    const closedAt = house.clock();
    await writeAttendance(tx, meetingId, [user, ...(await asComers(tx, people))], closedAt);
    const plan = await planNext(tx, boardId, input, today);
    const cause = { boardId, why: 'closing' as const, title: '', by: user };
    const snapshot = await snapshotWithin(house, tx, cause);
    const why = left.length > 0 ? (input.override ?? null) : null;
    const minutes = await collectMinutes(tx, await read(tx, meetingId), {
      ...{ board: row, now, today, closedAt, next: nextOf(plan) },
      override: why === null ? null : { by: user.name, why },
    });
    await tx.meeting.update({
      where: { id: meetingId },
      data: {
        ...{ openBoardId: null, closedAt, closedById: user.id, ...plan },
        ...{ overrideWhy: why, snapshotId: snapshot.id, minutes: storable(minutes) },
      },
    });
    await recordDeed(tx, actor, 'meeting.close', meetingId, { boardId, snapshotId: snapshot.id });
    if (why !== null) {
      const actions = left.map(({ id }) => id);
      await recordDeed(tx, actor, 'meeting.override', meetingId, { boardId, why, actions });
    }
    const change = meetingFactsChange(board, { open: null, next: nextOf(plan) });
    return {
      result: { meeting: viewMeeting(await read(tx, meetingId)), made: true },
      ...(change && { apply: change }),
    };
  });
}

function read(tx: Tx, id: string): Promise<MeetingRow> {
  return tx.meeting.findUniqueOrThrow({ where: { id }, include: meetingParts });
}

function mustBeDecided(
  left: readonly Projection['actions'][number][],
  override: string | undefined,
  mayOverride: boolean,
): void {
  if (left.length === 0) return;
  if (override === undefined) {
    throw new Refusal(
      'incomplete',
      'Something is still undecided: confirm it, park it with a date, or drop it.',
      left.map(({ id, title }) => ({ field: `actions.${id}`, code: 'undecided', message: title })),
    );
  }
  if (!mayOverride) {
    throw new Refusal('no-right', 'Whoever facilitates, a manager or a coach may close it so.');
  }
}

/** Without a word on it, a plan that lies ahead stands. */
async function planNext(
  tx: Tx,
  boardId: string,
  { nextOn, nextAt }: CloseMeetingInput,
  today: string,
): Promise<{ nextOn: string | null; nextAt: string | null }> {
  const board = await tx.board.findUniqueOrThrow({ where: { id: boardId } });
  const kept =
    board.nextOn !== null && board.nextOn > today ? board : { nextOn: null, nextAt: null };
  if (nextOn === undefined) return { nextOn: kept.nextOn, nextAt: kept.nextAt };
  const plan = { nextOn, nextAt: nextOn === null ? null : (nextAt ?? null) };
  await tx.board.update({ where: { id: boardId }, data: plan });
  return plan;
}
