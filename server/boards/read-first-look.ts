import { setTimeout as wait } from 'node:timers/promises';
import type { FirstLook } from '#board/first-look.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';

/** Milliseconds; by then the board itself is there, and the page must not stay open for this. */
const PATIENCE_MS = 2_000;

/**
 * The first canvas of a board, to be read; may be some seconds old. Undefined when it shows nothing,
 * or takes longer than `patienceMs` to work out. [CANVAS-6]
 */
export async function readFirstLook(
  house: House,
  actor: Actor,
  boardId: string,
  patienceMs = PATIENCE_MS,
): Promise<FirstLook | undefined> {
  await mustOnBoard(house, actor, boardId, 'board.see');
  const look = await Promise.race([
    house.documents.firstLook(asBoardId(boardId)),
    wait(patienceMs, undefined, { ref: false }),
  ]);
  return look && look.cards.length > 0 ? look : undefined;
}
