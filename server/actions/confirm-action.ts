import type { Locale } from '#board/api/people.ts';
import { readAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { earliestDay } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';
import { consentKey, taskKey } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import { followLane } from '#board/lanes.ts';
import { missingForConfirm, promise } from '#board/ladder.ts';
import type { Promised } from '#board/ladder.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { factOfTask } from '../boards/facts.ts';
import { settleRound } from '../consent/settle-round.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { storable } from '../storable.ts';
import { queueTaskMail } from '../tasks/queue-task-mail.ts';
import { taskParts, viewTask } from '../tasks/view-task.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { findBuddy } from './find-buddy.ts';
import { findOwner } from './find-owner.ts';

export interface Confirmed {
  readonly task: TaskView;
  /** False when it had been confirmed before. */
  readonly made: boolean;
}

/**
 * Makes a proposal a promise. The proposal is read from the document as it is on disk, never from
 * the request; task, first event, audit row and the fact that the board shows are one transaction.
 * Confirming again, or two people at once, gives the one task. [ACT-3] [ACT-6]
 */
export async function confirmAction(
  house: House,
  actor: Actor,
  { boardId, actionId }: { boardId: string; actionId: string },
  locale: Locale = 'en',
): Promise<Confirmed> {
  const user = mustBeUser(actor);
  const { board: row } = await mustOnBoard(house, actor, boardId, 'action.confirm');
  return house.documents.change<Confirmed>(asBoardId(boardId), async (board, tx) => {
    const action = readAction(board, actionId);
    await holdBoard(tx, boardId);
    const there = await tx.task.findUnique({
      where: { boardId_actionId: { boardId, actionId } },
      include: taskParts,
    });
    if (there) return { result: { task: viewTask(there), made: false } };
    // Only now: what was confirmed stays a promise when somebody takes it from the document.
    if (!action) throw new Refusal('not-found', 'There is no such action on this board.');
    if (action.rung === 'dropped') throw new Refusal('conflict', 'This proposal was dropped.');
    const promised = mustBeComplete(storable(action), earliestDay(house.clock()));
    await findOwner(tx, actor, row.teamId, promised.owner.id);
    if (promised.buddy) {
      const buddy = promised.buddy.id;
      await findBuddy(tx, house, actor, { boardId, buddy, ownerId: promised.owner.id });
    }
    await mustBeTeamMeasure(tx, row.teamId, promised);
    const round = await settleRound(tx, house, user, { boardId, actionId }, action);
    const task = await makeTask(
      tx,
      {
        ...{ boardId, actionId, teamId: row.teamId, confirmedById: user.id },
        ...{ givenById: user.id, givenAt: house.clock() },
      },
      promised,
    );
    await recordDeed(tx, actor, 'action.confirm', task.id, { boardId, actionId });
    await queueTaskMail(tx, house, task, locale);
    const view = viewTask(task);
    await tellWebhooks(tx, house, { teamId: row.teamId, type: 'task.confirmed', data: view });
    const fact = factOfTask(task);
    return {
      result: { task: view, made: true },
      apply: (shown) => {
        shown.facts.set(taskKey(actionId), fact);
        if (round) shown.facts.set(consentKey(actionId), round);
        followLane(shown, actionId, fact.state);
      },
    };
  });
}

function mustBeComplete(action: Action, today: Day): Promised {
  const missing = missingForConfirm(action, today);
  if (missing.length > 0) throw new Refusal('incomplete', 'This is not a promise yet.', missing);
  return promise.parse(action);
}

async function mustBeTeamMeasure(tx: Tx, teamId: string, { effect }: Promised): Promise<void> {
  if (!('measure' in effect)) return;
  const measure = await tx.measure.findUnique({ where: { id: effect.measure } });
  if (measure?.teamId === teamId) return;
  throw new Refusal('invalid', 'The effect has to be seen by a measure of the team.', [
    { field: 'effect.measure', code: 'not-in-team', message: 'is no measure of this team' },
  ]);
}

async function makeTask(
  tx: Tx,
  keys: Pick<
    TaskRow,
    'boardId' | 'actionId' | 'teamId' | 'confirmedById' | 'givenById' | 'givenAt'
  >,
  promised: Promised,
): Promise<TaskRow> {
  const { title, owner, buddy, due, effect } = promised;
  const seenBy =
    'measure' in effect
      ? { measureId: effect.measure, expected: effect.expected }
      : { observation: effect.observation };
  const event = {
    id: newId(),
    actorId: keys.confirmedById,
    kind: 'confirmed',
    data: { owner, ...(buddy && { buddy }), due, effect },
  };
  return tx.task.create({
    data: {
      id: newId(),
      ...keys,
      title: title.trim(),
      ownerId: owner.id,
      buddyId: buddy?.id ?? null,
      due,
      ...seenBy,
      checkOn: effect.checkOn,
      events: { create: event },
    },
    include: taskParts,
  });
}
