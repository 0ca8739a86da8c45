import { equalityDeep } from 'lib0/function';
import type { BoardDocument } from '#board/document.ts';
import { meetingKeys } from '#board/meetings.ts';
import type { MeetingFacts, NextMeeting } from '#board/meetings.ts';
import type { Meeting, PrismaClient, User } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a board shows of its meetings, as the database has it. [MEET-2] */
export async function collectMeetingFacts(
  db: PrismaClient | Tx,
  boardId: string,
): Promise<MeetingFacts> {
  const board = await db.board.findUniqueOrThrow({ where: { id: boardId } });
  const open = await db.meeting.findUnique({
    where: { openBoardId: boardId },
    include: { facilitator: true },
  });
  return { open: open && openFact(open), next: nextOf(board) };
}

export function openFact(meeting: Meeting & { facilitator: User }): MeetingFacts['open'] {
  const { id, openedAt, facilitator } = meeting;
  return { meetingId: id, since: openedAt.toISOString(), facilitator: nameOf(facilitator) };
}

/** The plan that a board or a closed meeting holds. */
export function nextOf({
  nextOn,
  nextAt,
}: {
  nextOn: string | null;
  nextAt: string | null;
}): NextMeeting | null {
  return nextOn === null ? null : { on: nextOn, at: nextAt };
}

/** What has to change in the document to show this; undefined when it shows it already. */
export function meetingFactsChange(
  board: BoardDocument,
  facts: MeetingFacts,
): ((board: BoardDocument) => void) | undefined {
  const stale = meetingKeys.filter(
    (key) => !equalityDeep(board.meeting.get(key) ?? null, facts[key]),
  );
  if (stale.length === 0) return undefined;
  return ({ meeting }) => {
    for (const key of stale) {
      if (facts[key] === null) meeting.delete(key);
      else meeting.set(key, facts[key]);
    }
  };
}
