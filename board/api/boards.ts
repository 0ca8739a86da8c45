import { z } from 'zod';
import { day } from '../calendar.ts';
import { canvases } from '../canvases.ts';
import { MAX_TEXT } from '../cards.ts';
import { effect } from '../facts.ts';
import { personName } from './people.ts';
import { id, moment, person } from './problem.ts';

export const templates = ['improvement-cycle', 'pdca', 'knowledge', 'action', 'example'] as const;
export type Template = (typeof templates)[number];

export const boardTitle = z.string().trim().min(1).max(120);

export const addBoardInput = z.strictObject({ title: boardTitle, template: z.enum(templates) });
export type AddBoardInput = z.infer<typeof addBoardInput>;

export const boardView = z.object({
  id,
  teamId: id,
  teamName: z.string(),
  title: z.string(),
  template: z.string(),
  createdAt: moment,
  updatedAt: moment,
  /** In the bin since; gone for good 30 days later. */
  binnedAt: moment.nullable(),
  /** What the asker may do on it. */
  access: z.enum(['write', 'view']),
  openTasks: z.int(),
});
export type BoardView = z.infer<typeof boardView>;

export const changeBoardInput = z.strictObject({ title: boardTitle });
export type ChangeBoardInput = z.infer<typeof changeBoardInput>;

export const addInviteInput = z.strictObject({
  access: z.enum(['view', 'write']),
  expiresAt: z.iso
    .datetime({ offset: true })
    // An hour's offset can carry it beyond the last year that is written with four digits.
    .refine((text) => Date.parse(text) < Date.UTC(10_000, 0), 'lies too far ahead')
    .optional(),
});
export type AddInviteInput = z.infer<typeof addInviteInput>;
export const inviteView = z.object({
  id,
  access: z.enum(['view', 'write']),
  createdAt: moment,
  createdBy: person,
  expiresAt: moment.nullable(),
  /** How many people came in by it. */
  joined: z.int(),
});
export type InviteView = z.infer<typeof inviteView>;
/** The link is in this answer and never again. */
export const newInviteView = inviteView.extend({ url: z.string() });
export type NewInviteView = z.infer<typeof newInviteView>;

export const joinInput = z.strictObject({ secret: z.string().min(1).max(100), name: personName });
export type JoinInput = z.infer<typeof joinInput>;
export const joinView = z.object({ boardId: id, access: z.enum(['view', 'write']) });

const place = z.number().min(-1e6).max(1e6);

export const addNoteInput = z.strictObject({
  canvas: z.enum(canvases),
  text: z.string().trim().min(1).max(MAX_TEXT),
  x: place.optional(),
  y: place.optional(),
});
export type AddNoteInput = z.infer<typeof addNoteInput>;
export const noteView = z.object({
  id,
  canvas: z.enum(canvases),
  text: z.string(),
  x: z.number(),
  y: z.number(),
});
export type NoteView = z.infer<typeof noteView>;

export const proposeActionInput = z.strictObject({
  title: z.string().trim().min(1).max(500),
  /** A user id, or `me`. */
  owner: id.optional(),
  due: day.optional(),
  effect: effect.strict().optional(),
});
export type ProposeActionInput = z.infer<typeof proposeActionInput>;
export const actionView = z.object({
  actionId: id,
  title: z.string(),
  owner: person.nullable(),
  due: day.nullable(),
  effect,
  rung: z.enum(['intention', 'proposal', 'dropped']),
  taskId: id.nullable(),
});
export type ActionView = z.infer<typeof actionView>;
