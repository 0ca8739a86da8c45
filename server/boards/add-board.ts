import * as Y from 'yjs';
import type { AddBoardInput, BoardView } from '#board/api/boards.ts';
import type { Locale } from '#board/api/people.ts';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { seedBoard } from '#board/templates/seed-board.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { words } from '../words.ts';
import { addExampleMeasure, exampleCase } from './example-case.ts';
import { collectFacts, factsChange } from './facts.ts';
import { readBoard } from './read-board.ts';
import { refreshTeamBoards } from './refresh-team-boards.ts';

const FIRST_EPOCH = 1;

/** Makes a board and its document from a template, in the asker's language; an example brings a measure. */
export async function addBoard(
  house: House,
  actor: Actor,
  teamId: string,
  input: AddBoardInput,
  locale: Locale,
): Promise<BoardView> {
  const user = mustBeUser(actor);
  await mustOnTeam(house, actor, teamId, 'team.add-board');
  const boardId = asBoardId(newId());
  await house.db.$transaction(async (tx) => {
    const { title, template } = input;
    await tx.board.create({
      data: { id: boardId, teamId, title, template, epoch: FIRST_EPOCH, createdById: user.id },
    });
    const example = template === 'example';
    const measureId = example
      ? await addExampleMeasure(tx, house.clock(), { teamId, userId: user.id, locale })
      : '';
    const bytes = await firstState(tx, house.clock(), {
      boardId,
      user,
      measureId,
      locale,
      template,
    });
    await house.documentLog.create(tx, boardId, bytes);
    await recordDeed(tx, actor, 'board.add', boardId, { teamId, template });
  });
  if (input.template === 'example') await refreshTeamBoards(house, teamId);
  return readBoard(house, actor, boardId);
}

interface First {
  boardId: ReturnType<typeof asBoardId>;
  user: UserActor;
  measureId: string;
  locale: Locale;
  template: AddBoardInput['template'];
}

async function firstState(tx: Tx, now: Date, first: First): Promise<Uint8Array> {
  const { boardId, user, measureId, locale, template } = first;
  const board = boardDocument(new Y.Doc());
  const say = words(locale);
  seedBoard(board, {
    boardId,
    epoch: FIRST_EPOCH,
    template,
    measureId,
    newId,
    author: { by: user.id, byName: user.name, at: now.toISOString() },
    pageNames: {
      pdca: say('words.canvas.pdca'),
      knowledge: say('words.canvas.knowledge'),
      action: say('words.canvas.action'),
    },
    ...(template === 'example' ? { example: exampleCase(locale, now) } : {}),
  });
  const change = factsChange(board, await collectFacts(tx, boardId));
  board.doc.transact(() => change?.(board));
  return Y.encodeStateAsUpdate(board.doc);
}
