import type { ActionView, ProposeActionInput } from '#board/api/boards.ts';
import type { Action } from '#board/actions.ts';
import { pageOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import type { BoardDocument } from '#board/document.ts';
import { proposeAction as putAction } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { authorOf } from '../boards/author-of.ts';
import type { House } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { newId } from '../new-id.ts';
import { findBuddy } from './find-buddy.ts';
import { findOwner } from './find-owner.ts';

/** Puts a proposal on the board, with a card on its action board or else its first canvas. */
export async function proposeAction(
  house: House,
  actor: Actor,
  boardId: string,
  input: ProposeActionInput,
): Promise<ActionView> {
  const { board: row } = await mustOnBoard(house, actor, boardId, 'action.propose');
  mustLieAhead(house, { due: input.due, 'effect.checkOn': input.effect?.checkOn });
  const owner =
    input.owner === undefined ? null : await findOwner(house.db, actor, row.teamId, input.owner);
  const buddy =
    input.buddy === undefined
      ? null
      : await findBuddy(house.db, house, actor, {
          ...{ boardId, buddy: input.buddy, ownerId: owner?.id },
        });
  const author = authorOf(actor, house.clock());
  const action: Action = {
    id: newId(),
    title: input.title,
    owner,
    buddy,
    due: input.due ?? null,
    effect: input.effect ?? {},
    rung: 'proposal',
    by: author.by,
    at: author.at,
  };
  return house.documents.change(asBoardId(boardId), async (board) => ({
    result: viewAction(action, null),
    apply: (live) => {
      putAction(live, action, { id: `shape:${newId()}`, canvas: canvasForActions(board) }, author);
    },
  }));
}

export function viewAction(action: Action, taskId: string | null): ActionView {
  const { id: actionId, title, owner, buddy = null, due, effect, rung } = action;
  return { actionId, title, owner, buddy, due, effect, rung, taskId };
}

function canvasForActions(board: BoardDocument): Canvas {
  const there = (['action', 'pdca', 'knowledge'] as const).find((canvas) =>
    board.records.has(pageOf(canvas)),
  );
  return there ?? 'action';
}
