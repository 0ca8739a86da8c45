import { consentedOutcome, unmetObjections, whyNoConsent } from '#board/consent.ts';
import type { ConsentRound } from '#board/consent.ts';
import type { Action } from '#board/actions.ts';
import type { UserActor } from '../auth/actor.ts';
import type { House, Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { openKeyOf } from './change-round.ts';
import type { OnProposal } from './change-round.ts';
import { roundParts, viewRound } from './view-round.ts';

/**
 * What confirming makes of an open round on the proposal: an objection that stands keeps it from being
 * confirmed, otherwise the round ends with it. Undefined where none is open. [CONS-5]
 */
export async function settleRound(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  user: UserActor,
  on: OnProposal,
  action: Action,
): Promise<ConsentRound | undefined> {
  const row = await tx.consentRound.findUnique({
    where: { openKey: openKeyOf(on) },
    include: roundParts,
  });
  if (!row) return undefined;
  const round = viewRound(row);
  const standing = unmetObjections(round);
  if (standing.length > 0) {
    const names = standing.map(({ by }) => by.name).join(', ');
    throw new Refusal('incomplete', 'An objection stands.', [
      { field: 'consent', code: 'objection', message: `an objection stands (${names})` },
    ]);
  }
  const consented = whyNoConsent(round, action.title) === undefined;
  const settled = await tx.consentRound.update({
    where: { id: row.id },
    data: {
      outcome: consented ? consentedOutcome(round) : 'withdrawn',
      ...{ openKey: null, closedById: user.id, closedAt: clock() },
      revision: { increment: 1 },
    },
    include: roundParts,
  });
  return viewRound(settled);
}
