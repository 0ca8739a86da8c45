import { readAction } from '#board/actions.ts';
import type { ConsentRound } from '#board/consent.ts';
import { readTask } from '#board/document.ts';
import { consentKey } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import { MAX_TITLE } from '#board/ladder.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { storable } from '../storable.ts';
import { openKeyOf } from './change-round.ts';
import type { OnProposal } from './change-round.ts';
import { roundParts, viewRound } from './view-round.ts';

interface Opened {
  readonly round: ConsentRound;
  /** False when one was open already. */
  readonly made: boolean;
}

/** Opens a round of consent on the words of a proposal, or gives the one that is open. [CONS-1] */
export async function openRound(house: House, actor: Actor, on: OnProposal): Promise<Opened> {
  const user = mustBeUser(actor);
  await mustOnBoard(house, actor, on.boardId, 'consent.take-part');
  return house.documents.change<Opened>(asBoardId(on.boardId), async (board, tx) => {
    await holdBoard(tx, on.boardId);
    const openKey = openKeyOf(on);
    const there = await tx.consentRound.findUnique({ where: { openKey }, include: roundParts });
    if (there) return { result: { round: viewRound(there), made: false } };
    const action = readAction(board, on.actionId);
    if (!action) throw new Refusal('not-found', 'There is no such action on this board.');
    if (action.rung === 'dropped' || readTask(board, on.actionId)) {
      throw new Refusal('conflict', 'Consent is asked for a proposal.');
    }
    const row = await tx.consentRound.create({
      data: {
        ...{ id: newId(), ...on, openKey, words: wordsOf(storable(action.title)) },
        ...{ openedById: user.id, openedAt: house.clock() },
      },
      include: roundParts,
    });
    await recordDeed(tx, actor, 'consent.open', row.id, { ...on });
    const round = viewRound(row);
    return {
      result: { round, made: true },
      apply: (live) => {
        live.facts.set(consentKey(on.actionId), round);
      },
    };
  });
}

function wordsOf(title: string): string {
  const words = title.trim();
  if (words !== '' && words.length <= MAX_TITLE) return words;
  throw new Refusal('incomplete', 'Say first what will be done.', [
    words === ''
      ? { field: 'title', code: 'missing', message: 'say what will be done' }
      : { field: 'title', code: 'too_big', message: 'say it in fewer words' },
  ]);
}
