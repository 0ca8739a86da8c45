import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnHelpRequest } from './must-on-help-request.ts';
import { waitsForAnswer } from './waits-for-answer.ts';

/** Takes back what nobody has answered yet. [REV-7] */
export async function withdrawHelpRequest(
  house: House,
  actor: Actor,
  requestId: string,
): Promise<void> {
  const request = await mustOnHelpRequest(house, actor, requestId, {
    ...{ deed: 'help.ask', as: 'askedById' },
  });
  if (request.answeredAt !== null) {
    throw new Refusal('conflict', 'This was answered already.');
  }
  await house.db.$transaction(async (tx) => {
    const { count } = await tx.helpRequest.updateMany({
      where: { id: requestId, ...waitsForAnswer },
      data: { withdrawnAt: house.clock() },
    });
    if (count === 0) throw nothingHere();
    await recordDeed(tx, actor, 'help.withdraw', requestId);
  });
  await refreshTeamBoards(house, request.board.teamId);
}
