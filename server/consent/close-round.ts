import type { CloseConsentInput } from '#board/api/consent.ts';
import { consentedOutcome, whyNoConsent } from '#board/consent.ts';
import type { ConsentRound, NoConsent } from '#board/consent.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { changeRound } from './change-round.ts';
import type { OnProposal } from './change-round.ts';

/** Ends a round in consent, where nothing stands against it, or withdraws it. [CONS-4] */
export function closeRound(
  house: House,
  actor: Actor,
  on: OnProposal,
  { revision, outcome }: CloseConsentInput,
): Promise<ConsentRound> {
  return changeRound(house, actor, on, {
    deed: 'close',
    revision,
    take: ({ user, action, round }) => {
      const why = outcome === 'withdrawn' ? undefined : whyNoConsent(round, action?.title ?? '');
      if (why !== undefined) {
        const errors = [{ field: 'outcome', code: why, message: messages[why] }];
        throw new Refusal('incomplete', 'There is no consent yet.', errors);
      }
      return {
        data: {
          outcome: outcome === 'withdrawn' ? outcome : consentedOutcome(round),
          ...{ openKey: null, closedById: user.id, closedAt: house.clock() },
        },
      };
    },
  });
}

const messages: Record<NoConsent, string> = {
  objection: 'an objection stands; amend the words, or let it be taken back',
  nobody: 'nobody has said that they have no objection to these words',
  words: 'the words on the board are others; amend them here, so that everybody answers anew',
};
