import type { ChangeHelpInput, HelpView } from '#board/api/help.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { helpParts, viewHelp } from './view-help.ts';
import type { HelpRow } from './view-help.ts';

/** Gives help of one's own another day or another state, from the revision that was seen. [REV-3] */
export async function changeHelp(
  house: House,
  actor: Actor,
  helpId: string,
  { revision, due, state, reason }: ChangeHelpInput,
): Promise<HelpView> {
  const help = await mustBeOwn(house, actor, helpId);
  if (help.revision !== revision) throw changedBefore(help);
  mustLieAhead(house, { due });
  const at = house.clock();
  const next = { due: due ?? help.due, state: state ?? help.state };
  const view = await house.db.$transaction(async (tx) => {
    const { count } = await tx.help.updateMany({
      where: { id: helpId, revision: help.revision },
      data: { ...next, closedAt: next.state === 'open' ? null : at, revision: { increment: 1 } },
    });
    const read = () => tx.help.findUniqueOrThrow({ where: { id: helpId }, include: helpParts });
    if (count === 0) throw changedBefore(await read());
    const move = { id: newId(), helpId, ...next, reason: reason ?? null, at };
    await tx.helpMove.create({ data: move });
    await recordDeed(tx, actor, 'help.change', helpId, next);
    const view = viewHelp(await read());
    await tellWebhooks(tx, house, { teamId: view.teamId, type: 'help.changed', data: view });
    return view;
  });
  await refreshTeamBoards(house, view.teamId);
  return view;
}

function changedBefore(help: HelpRow): Refusal {
  return new Refusal('conflict', 'This was changed before you.', [], viewHelp(help));
}

async function mustBeOwn(house: House, actor: Actor, helpId: string): Promise<HelpRow> {
  const user = mustBeUser(actor);
  const help = await house.db.help.findUnique({ where: { id: helpId }, include: helpParts });
  if (!help) throw nothingHere();
  await mustOnBoard(house, actor, help.boardId, 'help.answer');
  if (help.byId !== user.id) {
    throw new Refusal('no-right', 'Help is changed by whoever promised it.');
  }
  return help;
}
