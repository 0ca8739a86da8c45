import type { ConsentRound } from '#board/consent.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import type { OnProposal } from './change-round.ts';
import { roundParts, viewRound } from './view-round.ts';

/** The rounds of consent on a proposal, newest first; they stay when it has become a promise. */
export async function listRounds(
  house: House,
  actor: Actor,
  on: OnProposal,
): Promise<{ rounds: ConsentRound[] }> {
  mustBeUser(actor);
  await mustOnBoard(house, actor, on.boardId, 'consent.take-part');
  const rounds = await roundsOn(house.db, on);
  if (rounds.length === 0 && !(await isThere(house, on))) throw nothingHere();
  return { rounds };
}

/** Whether the document has such an action: one without rounds is no missing one. */
function isThere({ documents }: House, { boardId, actionId }: OnProposal): Promise<boolean> {
  return documents.read(asBoardId(boardId), (board) => board.actions.has(actionId));
}

export async function roundsOn(
  db: PrismaClient,
  { boardId, actionId }: OnProposal,
): Promise<ConsentRound[]> {
  const rows = await db.consentRound.findMany({
    where: { boardId, actionId },
    include: roundParts,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(viewRound);
}
