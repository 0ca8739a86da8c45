import type { MeetingView, OpenMeetingInput } from '#board/api/meetings.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { mustOnBoard } from '../access/must.ts';
import { todayOf } from '../accounts/zone-of.ts';
import { findOwner } from '../actions/find-owner.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { Board } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { takeSnapshotBecause } from '../snapshots/take-snapshot-because.ts';
import { storable } from '../storable.ts';
import { asComers, writeAttendance } from './attendance.ts';
import { meetingFactsChange, nextOf, openFact } from './meeting-facts.ts';
import { mustBeAhead } from './must-be-ahead.ts';
import { meetingParts, viewMeeting } from './view-meeting.ts';

export interface Opened {
  readonly meeting: MeetingView;
  /** False when one was open already. */
  readonly made: boolean;
}

/**
 * Opens the meeting of a board, or gives the one that is open: a board has one at most. What is on
 * the board is kept, so that the minutes can tell what came of it. [MEET-1] [MEET-2]
 */
export async function openMeeting(
  house: House,
  actor: Actor,
  boardId: string,
  { facilitator = 'me', nextOn, nextAt }: OpenMeetingInput,
): Promise<Opened> {
  const user = mustBeUser(actor);
  const { board: row } = await mustOnBoard(house, actor, boardId, 'meeting.hold');
  const today = todayOf(house, user);
  mustBeAhead(nextOn, today);
  const people = await house.documents.peopleOn(asBoardId(boardId));
  const opened = await house.documents.change<Opened>(asBoardId(boardId), async (board, tx) => {
    await holdBoard(tx, boardId);
    const there = await tx.meeting.findUnique({
      where: { openBoardId: boardId },
      include: meetingParts,
    });
    if (there) return { result: { meeting: viewMeeting(there), made: false } };
    const leads = await findOwner(tx, actor, row.teamId, facilitator);
    const planned = await planFor(tx, boardId, { today, nextOn, nextAt });
    const id = await makeMeeting(tx, {
      ...{ boardId, today, at: house.clock() },
      openedById: user.id,
      facilitatorId: leads.id,
      began: storable(projectBoard(board)),
    });
    await writeAttendance(tx, id, [user, ...(await asComers(tx, people))], house.clock());
    await recordDeed(tx, actor, 'meeting.open', id, { boardId });
    const meeting = await tx.meeting.findUniqueOrThrow({ where: { id }, include: meetingParts });
    const change = meetingFactsChange(board, { open: openFact(meeting), next: nextOf(planned) });
    return {
      result: { meeting: viewMeeting(meeting), made: true },
      ...(change && { apply: change }),
    };
  });
  if (opened.made) await keepAsOpened(house, boardId, user);
  return opened;
}

/** The meeting is open whether or not this can be kept. */
async function keepAsOpened(house: House, boardId: string, by: UserActor): Promise<void> {
  try {
    await takeSnapshotBecause(house, { boardId, why: 'meeting-opened', title: '', by });
  } catch (error) {
    house.log.warn({ err: error, boardId }, 'no snapshot of the opening of a meeting');
  }
}

interface Plan {
  readonly today: string;
  readonly nextOn: string | null | undefined;
  readonly nextAt: string | null | undefined;
}

/** The plan for the meeting after this one; the one that brought the team here is fulfilled. */
async function planFor(tx: Tx, boardId: string, { today, nextOn, nextAt }: Plan): Promise<Board> {
  const board = await tx.board.findUniqueOrThrow({ where: { id: boardId } });
  const fulfilled = board.nextOn !== null && board.nextOn <= today;
  if (nextOn === undefined && !fulfilled) return board;
  const on = nextOn ?? null;
  return tx.board.update({
    where: { id: boardId },
    data: { nextOn: on, nextAt: on === null ? null : (nextAt ?? null) },
  });
}

async function makeMeeting(
  tx: Tx,
  {
    boardId,
    today,
    at,
    ...by
  }: {
    boardId: string;
    today: string;
    at: Date;
    openedById: string;
    facilitatorId: string;
    began: Projection;
  },
): Promise<string> {
  const { id } = await tx.meeting.create({
    data: { id: newId(), boardId, openBoardId: boardId, heldOn: today, openedAt: at, ...by },
    select: { id: true },
  });
  return id;
}
