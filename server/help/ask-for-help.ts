import type { AskForHelpInput, HelpRequestView } from '#board/api/help.ts';
import type { Locale } from '#board/api/people.ts';
import { may } from '#board/access.ts';
import { cardWords } from '#board/card-words.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { newId } from '../new-id.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Refusal } from '../refusal.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { noSuchCard } from './no-such-card.ts';
import { tellByMail } from './tell-by-mail.ts';
import { helpRequestParts, viewHelpRequest } from './view-help-request.ts';
import { waitsForAnswer } from './waits-for-answer.ts';

/** Requests of one board that nobody has answered. */
const MOST_OPEN = 50;

/** Asks one manager or coach of the team for help with a card, or with the board, by a day. [REV-7] */
export async function askForHelp(
  house: House,
  actor: Actor,
  { boardId, locale = 'en' }: { boardId: string; locale?: Locale },
  { of, text, by, card }: AskForHelpInput,
): Promise<HelpRequestView> {
  const user = mustBeUser(actor);
  const { board } = await mustOnBoard(house, actor, boardId, 'help.ask');
  mustLieAhead(house, { by });
  const asked = await mustBeAskable(house, board.teamId, { of, by: user.id });
  const cardText = card === undefined ? null : await wordsOnBoard(house, boardId, card);
  const view = await house.db.$transaction(async (tx) => {
    await oneAtATime(tx, `help for ${boardId}`);
    const open = { boardId, ...waitsForAnswer };
    if ((await tx.helpRequest.count({ where: open })) >= MOST_OPEN) {
      throw new Refusal('too-large', `${MOST_OPEN} requests of this board wait for an answer.`);
    }
    const row = await tx.helpRequest.create({
      data: {
        ...{ id: newId(), boardId, askedById: user.id, askedOfId: asked.id, text, by },
        ...{ cardId: card ?? null, cardText, createdAt: house.clock() },
      },
      include: helpRequestParts,
    });
    await tellByMail(tx, house, asked, {
      ...{ what: 'asked', by: user.name, text, path: '/inbox', locale },
    });
    await recordDeed(tx, actor, 'help.ask', row.id, { boardId });
    const view = viewHelpRequest(row);
    await tellWebhooks(tx, house, { teamId: board.teamId, type: 'help.asked', data: view });
    return view;
  });
  await refreshTeamBoards(house, board.teamId);
  return view;
}

/** Somebody of the team who may answer, and not oneself. */
async function mustBeAskable(
  { db }: House,
  teamId: string,
  { of, by }: { of: string; by: string },
): Promise<User> {
  const member = await db.membership.findUnique({
    where: { teamId_userId: { teamId, userId: of } },
    include: { user: true },
  });
  if (!member || of === by || !may([member.role], 'help.answer')) {
    throw new Refusal('invalid', 'Help is asked of a manager or coach of the team.', [
      { field: 'of', code: 'not-askable', message: 'is no other manager or coach of the team' },
    ]);
  }
  return member.user;
}

async function wordsOnBoard(house: House, boardId: string, card: string): Promise<string> {
  const words = await house.documents.read(asBoardId(boardId), (board) =>
    cardWords(projectBoard(board), card),
  );
  if (words === undefined) throw noSuchCard();
  return words;
}
