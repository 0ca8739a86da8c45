import { dayIn } from '#board/calendar.ts';
import { diffBoards, emptyLike } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { zoneOf } from '../accounts/zone-of.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { readDocument } from '../boards/read-document.ts';
import type { House } from '../house.ts';
import { mustBeOfBoard } from './must-be-of-board.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { readStoredDocument } from './read-snapshot-content.ts';

/** What changed on a board between a snapshot, the newest unless named, and now. */
export async function diffSince(
  house: House,
  actor: Actor,
  { boardId, from }: { boardId: string; from?: string | undefined },
): Promise<MeaningDiff> {
  await mustOnBoard(house, actor, boardId, 'snapshot.see');
  const before =
    from === undefined
      ? await house.db.snapshot.findFirst({
          where: { boardId, goneAt: null },
          orderBy: { number: 'desc' },
        })
      : await mustOnSnapshot(house, actor, from, 'snapshot.see');
  const now = await readDocument(house, actor, boardId);
  if (!before) return diffBoards(emptyLike(now), now);
  mustBeOfBoard(before, boardId);
  const zone = zoneOf(house, mustBeUser(actor));
  const days = { from: dayIn(zone, before.createdAt), to: dayIn(zone, house.clock()) };
  return diffBoards(await readStoredDocument(house, before), now, days);
}
