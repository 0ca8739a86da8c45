import type {
  ActionView,
  AddBoardInput,
  BoardView,
  NoteView,
  ProposeActionInput,
} from '#board/api/boards.ts';
import type { AddMeasureInput, MeasureView } from '#board/api/measures.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { AddWebhookInput, NewWebhookView } from '#board/api/webhooks.ts';
import { webhookEvents } from '#board/api/webhooks.ts';
import { addDays } from '#board/calendar.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { proposeAction as propose } from '#server/actions/propose-action.ts';
import { nobody } from '#server/auth/actor.ts';
import type { Actor, GuestActor } from '#server/auth/actor.ts';
import { identify } from '#server/auth/identify.ts';
import { GUEST_COOKIE } from '#server/auth/session-cookie.ts';
import { addBoard } from '#server/boards/add-board.ts';
import { addInvite } from '#server/boards/add-invite.ts';
import { addNote } from '#server/boards/add-note.ts';
import { joinBoard } from '#server/boards/join-board.ts';
import type { House } from '#server/house.ts';
import { addMeasure } from '#server/measures/add-measure.ts';
import { addShare } from '#server/shares/add-share.ts';
import { takeSnapshot } from '#server/snapshots/take-snapshot.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { addWebhook } from '#server/webhooks/add-webhook.ts';

/** A board of the team, from a template. */
export function newBoard(
  house: House,
  by: Actor,
  teamId: string,
  input: Partial<AddBoardInput> = {},
): Promise<BoardView> {
  const board = { title: 'Kortere wachttijd', template: 'improvement-cycle' as const, ...input };
  return addBoard(house, by, teamId, board, 'nl');
}

export function newNote(
  house: House,
  by: Actor,
  boardId: string,
  text = 'Brieven ontbreken',
): Promise<NoteView> {
  return addNote(house, by, boardId, { canvas: 'pdca', text });
}

/** A proposal that may be confirmed, owned by whoever makes it. */
export function newProposal(
  house: House,
  by: Actor,
  boardId: string,
  input: Partial<ProposeActionInput> = {},
): Promise<ActionView> {
  const [due, checkOn] = daysAhead(house.clock());
  return propose(house, by, boardId, {
    title: 'Oproepbrief herschrijven',
    owner: 'me',
    due,
    effect: { observation: 'Niemand belt meer na', checkOn },
    ...input,
  });
}

/** Two days that most tests name, or for a house in a later time two that have not passed there. */
function daysAhead(now: Date): [due: string, checkOn: string] {
  const today = now.toISOString().slice(0, 10);
  return today <= '2026-12-10'
    ? ['2026-12-11', '2027-01-15']
    : [addDays(today, 14), addDays(today, 49)];
}

export async function newTask(
  house: House,
  by: Actor,
  boardId: string,
  input: Partial<ProposeActionInput> = {},
): Promise<TaskView> {
  const { actionId } = await newProposal(house, by, boardId, input);
  return (await confirmAction(house, by, { boardId, actionId })).task;
}

export async function newDoneTask(
  house: House,
  by: Actor,
  boardId: string,
  input: Partial<ProposeActionInput> = {},
): Promise<TaskView> {
  const { id, revision } = await newTask(house, by, boardId, input);
  return changeTask(house, by, id, { revision, state: 'done' });
}

/** A task whose effect was found to have worked, with its holding checks to come. */
export async function newWorkedTask(
  house: House,
  by: Actor,
  boardId: string,
  input: Partial<ProposeActionInput> = {},
): Promise<TaskView> {
  const { id, effect } = await newDoneTask(house, by, boardId, input);
  return checkEffect(house, by, id, {
    outcome: 'worked',
    ...(effect.measure === undefined ? { observation: 'Niemand belde' } : { reading: 8 }),
    learned: 'Bellen werkt beter dan schrijven',
  });
}

export function newMeasure(
  house: House,
  by: Actor,
  teamId: string,
  input: Partial<AddMeasureInput> = {},
): Promise<MeasureView> {
  const measure = { name: 'Wachttijd', unit: 'min', direction: 'down' as const, ...input };
  return addMeasure(house, by, teamId, measure);
}

export function newSnapshot(
  house: House,
  by: Actor,
  boardId: string,
  title = 'Na het overleg',
): Promise<SnapshotView> {
  return takeSnapshot(house, by, boardId, { title });
}

export interface TestShare {
  readonly id: string;
  /** What the link ends in. */
  readonly secret: string;
}

/** A link to a snapshot that works for so many days. */
export async function newShare(
  house: House,
  by: Actor,
  snapshotId: string,
  days = 7,
): Promise<TestShare> {
  const expiresAt = new Date(house.clock().getTime() + days * 24 * 3600_000).toISOString();
  const { id, url } = await addShare(house, by, snapshotId, { expiresAt });
  return { id, secret: url.split('/').at(-1) ?? '' };
}

/** A webhook that is told of everything. */
export function newWebhook(
  house: House,
  by: Actor,
  teamId: string,
  input: Partial<AddWebhookInput> = {},
): Promise<NewWebhookView> {
  const webhook = { address: 'https://hooks.example.org/in', events: webhookEvents, ...input };
  return addWebhook(house, by, teamId, webhook);
}

export interface TestInvite {
  readonly id: string;
  /** What the link ends in. */
  readonly secret: string;
}

export async function newInvite(
  house: House,
  by: Actor,
  boardId: string,
  { access = 'write', expiresAt }: { access?: 'view' | 'write'; expiresAt?: string } = {},
): Promise<TestInvite> {
  const input = { access, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const { id, url } = await addInvite(house, by, boardId, input);
  return { id, secret: url.slice(url.lastIndexOf('/') + 1) };
}

export interface TestGuest {
  readonly actor: GuestActor;
  readonly cookie: string;
}

/** Somebody without an account who opened the link. */
export async function newGuest(
  house: House,
  { secret }: TestInvite,
  name = 'Gerrit',
): Promise<TestGuest> {
  const { guestSecret } = await joinBoard(house, nobody, { secret, name });
  const cookie = `${GUEST_COOKIE}=${guestSecret ?? ''}`;
  const actor = await identify(house, { cookie, authorization: undefined });
  if (actor.kind !== 'guest') throw new Error('the guest did not get in');
  return { actor, cookie };
}
