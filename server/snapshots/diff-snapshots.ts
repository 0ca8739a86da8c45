import { dayIn } from '#board/calendar.ts';
import { diffBoards, emptyLike } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';

import { zoneOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { mustBeOfBoard } from './must-be-of-board.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { readStoredDocument } from './read-snapshot-content.ts';
import { keptBefore } from './snapshot-before.ts';

/**
 * What changed in meaning since `from`, or since the newest snapshot before it of which the contents
 * are kept; everything is new in the first.
 */
export async function diffSnapshots(
  house: House,
  actor: Actor,
  { to, from }: { to: string; from?: string | undefined },
): Promise<MeaningDiff> {
  const after = await mustOnSnapshot(house, actor, to, 'snapshot.see');
  const before =
    from === undefined
      ? await keptBefore(house, after)
      : await mustOnSnapshot(house, actor, from, 'snapshot.see');
  if (before) mustBeOfBoard(before, after.boardId);
  const now = await readStoredDocument(house, after);
  if (!before) return diffBoards(emptyLike(now), now);
  const zone = zoneOf(house, mustBeUser(actor));
  const days = { from: dayIn(zone, before.createdAt), to: dayIn(zone, after.createdAt) };
  return diffBoards(await readStoredDocument(house, before), now, days);
}
