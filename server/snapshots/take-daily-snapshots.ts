import { dayIn } from '#board/calendar.ts';
import type { House, Tx } from '../house.ts';
import { makeSnapshot } from './make-snapshot.ts';
import type { MadeSnapshot } from './make-snapshot.ts';
import { storeMade } from './take-snapshot-because.ts';

const HOUR_MS = 3600_000;

/**
 * Takes a snapshot of every board that changed on an earlier day than today and has none since. It
 * comes after midnight, so that it holds a whole day. Returns how many were taken; of several
 * processes that find one due, one takes it. [SNAP-5]
 */
export async function takeDailySnapshots(house: House): Promise<number> {
  let count = 0;
  // One after the other: nothing is urgent here, and the database has other work.
  for (const boardId of await dueBoards(house)) {
    try {
      if (await takeDaily(house, boardId)) count += 1;
    } catch (error) {
      // The others get theirs; this one is tried again in the next round.
      house.log.error({ err: error, boardId }, 'the daily snapshot of a board could not be taken');
    }
  }
  return count;
}

async function takeDaily(house: House, boardId: string): Promise<boolean> {
  const made = await makeSnapshot(house, boardId);
  const cause = { boardId, why: 'daily' as const, title: '', by: null };
  const stored = await storeMade(house, made, cause, (tx) => isNews(tx, boardId, made));
  return stored !== undefined;
}

async function isNews(tx: Tx, boardId: string, { at, kept }: MadeSnapshot): Promise<boolean> {
  const last = await tx.snapshot.findFirst({ where: { boardId }, orderBy: { number: 'desc' } });
  return last === null || (last.seq < at.seq && last.stateHash !== kept.state.hash);
}

/** The template is a board's first row and no change. */
async function dueBoards({ db, clock, zone }: House): Promise<string[]> {
  const today = startOfDay(zone, clock());
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM board b WHERE b.binned_at IS NULL AND EXISTS (
      SELECT FROM board_update u WHERE u.board_id = b.id AND u.at < ${today} AND u.seq > coalesce(
        (SELECT s.seq FROM snapshot s WHERE s.board_id = b.id ORDER BY s.number DESC LIMIT 1), 1
      )
    )
    ORDER BY b.id`;
  return due.map(({ id }) => id);
}

/** The first full hour of the day that it is in that zone. */
function startOfDay(zone: string, now: Date): Date {
  const today = dayIn(zone, now);
  let hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  while (dayIn(zone, new Date(hour - HOUR_MS)) === today) hour -= HOUR_MS;
  return new Date(hour);
}
