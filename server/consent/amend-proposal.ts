import { changeAction } from '#board/actions.ts';
import type { AmendConsentInput } from '#board/api/consent.ts';
import { unmetObjections } from '#board/consent.ts';
import type { ConsentRound } from '#board/consent.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { changeRound } from './change-round.ts';
import type { OnProposal } from './change-round.ts';

/**
 * Gives the proposal other words, on the board too, and asks for answers anew. Objections that stand
 * are met by them, in words that stay in the story. [CONS-3]
 */
export function amendProposal(
  house: House,
  actor: Actor,
  on: OnProposal,
  { revision, words, met }: AmendConsentInput,
): Promise<ConsentRound> {
  return changeRound(house, actor, on, {
    deed: 'amend',
    revision,
    take: async ({ tx, action, round }) => {
      if (!action) throw new Refusal('not-found', 'There is no such action on this board.');
      if (words === round.words) {
        throw new Refusal('invalid', 'These are the words as they are.', [
          { field: 'words', code: 'same', message: 'are the words as they are' },
        ]);
      }
      if (unmetObjections(round).length > 0 && met === undefined) {
        throw new Refusal('incomplete', 'Say how this meets the objections.', [
          { field: 'met', code: 'missing', message: 'say how this meets the objections' },
        ]);
      }
      await tx.consentAnswer.updateMany({
        where: { roundId: round.id, version: round.version, kind: 'objection', met: null },
        data: { met: met ?? '' },
      });
      return {
        data: { words, version: { increment: 1 }, step: 'object' },
        apply: (board) => changeAction(board, on.actionId, { title: words }),
      };
    },
  });
}
