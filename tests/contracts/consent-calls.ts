import { openRound } from '#server/consent/open-round.ts';
import { newProposal } from '#tests/support/builders.ts';
import type { GoodCall, Maker } from './contract.ts';

/** An open round of consent on a proposal of its own. */
const someRound = (more: Partial<GoodCall> = {}): Maker => {
  return async ({ house, people, things: { boardId } }) => {
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    await openRound(house, people.member.actor, { boardId, actionId });
    return { params: { boardId, actionId }, boardId, ...more };
  };
};

/** Good calls about rounds of consent. */
export const consentCalls: Readonly<Record<string, Maker>> = {
  'GET /boards/:boardId/actions/:actionId/consent': someRound(),
  'POST /boards/:boardId/actions/:actionId/consent': async ({ house, people, things }) => {
    const { boardId } = things;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    return { params: { boardId, actionId }, boardId };
  },
  'PATCH /boards/:boardId/actions/:actionId/consent': someRound({
    body: { revision: 1, step: 'object' },
  }),
  'POST /boards/:boardId/actions/:actionId/consent/answers': someRound({
    body: { version: 1, kind: 'question', text: 'Wie belt er dan?' },
  }),
  'POST /boards/:boardId/actions/:actionId/consent/amendments': someRound({
    body: { revision: 1, words: 'Eerst één week proberen', met: 'Het is een proef' },
  }),
  'POST /boards/:boardId/actions/:actionId/consent/outcome': someRound({
    body: { revision: 1, outcome: 'withdrawn' },
  }),
};
