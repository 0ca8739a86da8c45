import type { AnswerHelpRequestInput, HelpRequestView } from '#board/api/help.ts';
import type { Locale } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { Refusal } from '../refusal.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { mustOnHelpRequest } from './must-on-help-request.ts';
import { promiseHelp } from './promise-help.ts';
import { tellByMail } from './tell-by-mail.ts';
import { helpRequestParts, viewHelpRequest } from './view-help-request.ts';
import { waitsForAnswer } from './waits-for-answer.ts';

/** Says what will be done by when, or why not now; once. [REV-7] */
export async function answerHelpRequest(
  house: House,
  actor: Actor,
  { requestId, locale = 'en' }: { requestId: string; locale?: Locale },
  { answer, text, due }: AnswerHelpRequestInput,
): Promise<HelpRequestView> {
  const user = mustBeUser(actor);
  const request = await mustOnHelpRequest(house, actor, requestId, {
    ...{ deed: 'help.answer', as: 'askedOfId' },
  });
  if (answer === 'help') mustLieAhead(house, { due });
  const { board, askedBy } = request;
  const view = await house.db.$transaction(async (tx) => {
    const { count } = await tx.helpRequest.updateMany({
      where: { id: requestId, ...waitsForAnswer },
      data: { answer, answerText: text, answeredAt: house.clock() },
    });
    if (count === 0) {
      throw new Refusal(
        'conflict',
        'This was answered, or taken back.',
        [],
        viewHelpRequest(request),
      );
    }
    if (answer === 'help' && due !== undefined) {
      const promised = { boardId: board.id, byId: user.id, text, due };
      await promiseHelp(tx, house, { ...promised, to: { requestId } });
    }
    await tellByMail(tx, house, askedBy, {
      ...{ what: 'answered', by: user.name, text, path: `/boards/${board.id}`, locale },
    });
    await recordDeed(tx, actor, 'help.answer', requestId, { answer });
    const view = viewHelpRequest(
      await tx.helpRequest.findUniqueOrThrow({
        where: { id: requestId },
        include: helpRequestParts,
      }),
    );
    await tellWebhooks(tx, house, { teamId: board.teamId, type: 'help.answered', data: view });
    return view;
  });
  await refreshTeamBoards(house, board.teamId);
  return view;
}
