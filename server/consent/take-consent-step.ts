import type { TakeConsentStepInput } from '#board/api/consent.ts';
import type { ConsentRound } from '#board/consent.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { changeRound } from './change-round.ts';
import type { OnProposal } from './change-round.ts';

/** Takes a round to another of its steps, on or back. [CONS-1] */
export function takeConsentStep(
  house: House,
  actor: Actor,
  on: OnProposal,
  { revision, step }: TakeConsentStepInput,
): Promise<ConsentRound> {
  return changeRound(house, actor, on, {
    deed: 'step',
    revision,
    take: () => ({ data: { step } }),
  });
}
