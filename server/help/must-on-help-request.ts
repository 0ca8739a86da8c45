import type { Deed } from '#board/access.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { helpRequestParts } from './view-help-request.ts';
import type { HelpRequestRow } from './view-help-request.ts';

/**
 * The request, if the actor may do the deed on its board, and it waits for an answer: it is answered by
 * whoever was asked, and taken back by whoever asked. [REV-7]
 */
export async function mustOnHelpRequest(
  house: House,
  actor: Actor,
  requestId: string,
  { deed, as }: { deed: Deed; as: 'askedOfId' | 'askedById' },
): Promise<HelpRequestRow> {
  const user = mustBeUser(actor);
  const request = await house.db.helpRequest.findUnique({
    where: { id: requestId },
    include: helpRequestParts,
  });
  if (!request) throw nothingHere();
  await mustOnBoard(house, actor, request.boardId, deed);
  if (request[as] !== user.id) {
    throw new Refusal('no-right', 'Only who was asked answers, and only who asked takes it back.');
  }
  if (request.withdrawnAt !== null) throw nothingHere();
  return request;
}
