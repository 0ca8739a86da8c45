import type { HelpRequestView, HelpView } from '#board/api/help.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { helpParts, viewHelp } from './view-help.ts';
import { helpRequestParts, viewHelpRequest } from './view-help-request.ts';

/** The newest of either kind that are shown. */
const SHOWN = 100;

/** What was promised to the team of a board for it, newest first. [REV-3] */
export async function listHelp(house: House, actor: Actor, boardId: string): Promise<HelpView[]> {
  mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'help.see');
  const rows = await house.db.help.findMany({
    where: { boardId },
    include: helpParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });
  return rows.map(viewHelp);
}

/** What was asked for a board and not taken back, newest first. [REV-7] */
export async function listHelpRequests(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<HelpRequestView[]> {
  mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'help.see');
  const rows = await house.db.helpRequest.findMany({
    where: { boardId, withdrawnAt: null },
    include: helpRequestParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });
  return rows.map(viewHelpRequest);
}
