import { askForHelp } from '#server/help/ask-for-help.ts';
import { addReview } from '#server/reviews/add-review.ts';
import type { Person } from '#tests/support/people.ts';
import { ofBoard, ofSnapshot, ofTeam } from './contract.ts';
import type { Contract, GoodCall, Maker } from './contract.ts';

/** Good calls about answers to snapshots, and help. */
export const reviewCalls: Readonly<Record<string, Maker>> = {
  'POST /snapshots/:snapshotId/reviews': ofSnapshot({
    body: { kind: 'help', text: 'Ik bel de leverancier', by: '2037-12-24' },
  }),
  'POST /reviews/:reviewId/replies': async ({ house, people, things }) => {
    const question = { kind: 'question', text: 'Wat leert dit jullie?' } as const;
    const { id } = await addReview(house, people.manager.actor, things.snapshotId, question);
    const body = { text: 'Dat bellen beter werkt dan een brief.' };
    return { params: { reviewId: id }, boardId: things.boardId, body };
  },
  'GET /boards/:boardId/help': ofBoard(),
  'PATCH /help/:helpId': async ({ house, people, things }, asker) => {
    const by = asker === people.coach ? people.coach : people.manager;
    const help = { kind: 'help', text: 'Ik bel de leverancier', by: '2037-12-24' } as const;
    const review = await addReview(house, by.actor, things.snapshotId, help);
    const body = { revision: 1, due: '2037-12-31', reason: 'Hij is er pas na Kerstmis weer' };
    return { params: { helpId: review.help?.id ?? '' }, boardId: things.boardId, body };
  },
  'GET /boards/:boardId/help-requests': ofBoard(),
  'POST /boards/:boardId/help-requests': async ({ house, people, things }, asker) => {
    await house.db.helpRequest.deleteMany({ where: { boardId: things.boardId } });
    const of = asker === people.manager ? people.coach : people.manager;
    const text = 'Wil je met de telefooncentrale praten?';
    return ofBoard({ body: { of: of.actor.id, text, by: '2037-12-24' } })(
      { house, people, things } as Contract,
      asker,
    );
  },
  'POST /help-requests/:requestId/answer': async (contract, asker) => {
    const { people } = contract;
    const of = asker === people.coach ? people.coach : people.manager;
    const body = { answer: 'help', text: 'Ik spreek ze maandag', due: '2037-12-24' };
    return someHelpRequest(contract, { by: people.member, of, body });
  },
  'DELETE /help-requests/:requestId': async (contract, asker) => {
    const { people } = contract;
    const by = [people.manager, people.coach].find((person) => person === asker) ?? people.member;
    const of = by === people.manager ? people.coach : people.manager;
    return someHelpRequest(contract, { by, of });
  },
  'GET /teams/:teamId/waiting': ofTeam(),
  'GET /inbox': () => ({}),
};

/** A request that waits for an answer. */
async function someHelpRequest(
  { house, things: { boardId } }: Contract,
  { by, of, ...more }: { by: Person; of: Person } & Partial<GoodCall>,
): Promise<GoodCall> {
  await house.db.helpRequest.deleteMany({ where: { boardId } });
  const asked = { of: of.actor.id, text: 'Wil je bellen?', by: '2037-12-24' };
  const { id } = await askForHelp(house, by.actor, { boardId }, asked);
  return { params: { requestId: id }, boardId, ...more };
}
