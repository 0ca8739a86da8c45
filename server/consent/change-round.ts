import { readAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import type { ConsentRound } from '#board/consent.ts';
import type { BoardDocument } from '#board/document.ts';
import { consentKey } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { storable } from '../storable.ts';
import { roundParts, viewRound } from './view-round.ts';

export interface OnProposal {
  readonly boardId: string;
  readonly actionId: string;
}

export const openKeyOf = ({ boardId, actionId }: OnProposal): string => `${boardId} ${actionId}`;

export interface Turn {
  readonly tx: Tx;
  readonly user: UserActor;
  /** The proposal as it is on disk; undefined when somebody took it off the document. */
  readonly action: Action | undefined;
  readonly round: ConsentRound;
}

interface Change {
  readonly data: Prisma.ConsentRoundUncheckedUpdateInput;
  /** What is done to the board besides showing the round. */
  readonly apply?: (board: BoardDocument) => void;
}

interface Deed {
  readonly deed: string;
  /** The revision that the asker knew, where the change is to the round itself. */
  readonly revision?: number;
  readonly take: (turn: Turn) => Promise<Change> | Change;
}

/**
 * Changes the open round on a proposal, one after the other on a board, and shows it there: round,
 * answers, audit row and fact are one transaction. Throws `not-found` without an open round. [CONS-1]
 */
export async function changeRound(
  house: House,
  actor: Actor,
  on: OnProposal,
  { deed, revision, take }: Deed,
): Promise<ConsentRound> {
  const user = mustBeUser(actor);
  await mustOnBoard(house, actor, on.boardId, 'consent.take-part');
  return house.documents.change<ConsentRound>(asBoardId(on.boardId), async (board, tx) => {
    await holdBoard(tx, on.boardId);
    const row = await tx.consentRound.findUnique({
      where: { openKey: openKeyOf(on) },
      include: roundParts,
    });
    if (!row) throw nothingHere();
    const round = viewRound(row);
    if (revision !== undefined && revision !== round.revision) {
      throw new Refusal('conflict', 'Somebody changed this round before you.', [], round);
    }
    const found = readAction(board, on.actionId);
    const action = found && storable(found);
    const { data, apply } = await take({ tx, user, action, round });
    const changed = await tx.consentRound.update({
      where: { id: row.id },
      data: { ...data, revision: { increment: 1 } },
      include: roundParts,
    });
    await recordDeed(tx, actor, `consent.${deed}`, row.id, { ...on });
    const result = viewRound(changed);
    return {
      result,
      apply: (live) => {
        apply?.(live);
        live.facts.set(consentKey(on.actionId), result);
      },
    };
  });
}
