import * as consent from '#board/api/consent.ts';
import { amendProposal } from '../../consent/amend-proposal.ts';
import { answerConsent } from '../../consent/answer-consent.ts';
import type { OnProposal } from '../../consent/change-round.ts';
import { closeRound } from '../../consent/close-round.ts';
import { listRounds } from '../../consent/list-rounds.ts';
import { openRound } from '../../consent/open-round.ts';
import { takeConsentStep } from '../../consent/take-consent-step.ts';
import { operation, Reply } from '../operation.ts';

const tag = 'Consent';
const path = '/boards/:boardId/actions/:actionId/consent';
const on = (param: (name: string) => string): OnProposal => ({
  boardId: param('boardId'),
  actionId: param('actionId'),
});

export const consentOperations = [
  operation({
    tag,
    method: 'GET',
    path,
    summary: 'Rounds of consent on a proposal, newest first',
    status: 200,
    view: consent.consentRoundsView,
    run: ({ house, actor, param }) => listRounds(house, actor, on(param)),
  }),
  operation({
    tag,
    method: 'POST',
    path,
    summary: 'Open a round of consent; 200 when one is open already',
    status: 201,
    view: consent.consentRoundView,
    run: async ({ house, actor, param }) => {
      const { round, made } = await openRound(house, actor, on(param));
      return new Reply(round, made ? {} : { status: 200 });
    },
  }),
  operation({
    tag,
    method: 'PATCH',
    path,
    summary: 'Take the open round to another step; 409 when somebody was before you',
    status: 200,
    body: consent.takeConsentStepInput,
    view: consent.consentRoundView,
    run: ({ house, actor, param, body }) => takeConsentStep(house, actor, on(param), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: `${path}/answers`,
    summary: 'Answer in the open round: no objection, an objection, or a question',
    status: 201,
    body: consent.answerConsentInput,
    view: consent.consentRoundView,
    run: ({ house, actor, param, body }) => answerConsent(house, actor, on(param), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: `${path}/amendments`,
    summary: 'Amend the words of the proposal; everybody answers anew',
    status: 201,
    body: consent.amendConsentInput,
    view: consent.consentRoundView,
    run: ({ house, actor, param, body }) => amendProposal(house, actor, on(param), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: `${path}/outcome`,
    summary: 'End the open round in consent, or withdraw it',
    status: 201,
    body: consent.closeConsentInput,
    view: consent.consentRoundView,
    run: ({ house, actor, param, body }) => closeRound(house, actor, on(param), body),
  }),
];
