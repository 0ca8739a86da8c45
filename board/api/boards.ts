import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { canvases } from '../canvases.ts';
import { MAX_TEXT } from '../cards.ts';
import { effect } from '../facts.ts';
import { personName } from './people.ts';
import { id, moment, person } from './problem.ts';

export const templates = ['improvement-cycle', 'pdca', 'knowledge', 'action', 'example'] as const;
export type Template = (typeof templates)[number];

export const boardTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

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
  binnedAt: z.nullable(moment),
  /** What the asker may do on it. */
  access: z.enum(['write', 'view']),
  openTasks: z.int(),
});
export type BoardView = z.infer<typeof boardView>;

export const changeBoardInput = z.strictObject({ title: boardTitle });
export type ChangeBoardInput = z.infer<typeof changeBoardInput>;

export const addInviteInput = z.strictObject({
  access: z.enum(['view', 'write']),
  expiresAt: z.optional(
    z.iso
      .datetime({ offset: true })
      // An hour's offset can carry it beyond the last year that is written with four digits.
      .check(z.refine((text) => Date.parse(text) < Date.UTC(10_000, 0), 'lies too far ahead')),
  ),
});
export type AddInviteInput = z.infer<typeof addInviteInput>;
export const inviteView = z.object({
  id,
  access: z.enum(['view', 'write']),
  createdAt: moment,
  createdBy: person,
  expiresAt: z.nullable(moment),
  /** How many people came in by it. */
  joined: z.int(),
});
export type InviteView = z.infer<typeof inviteView>;
/** The link is in this answer and never again. */
export const newInviteView = z.extend(inviteView, { url: z.string() });
export type NewInviteView = z.infer<typeof newInviteView>;

export const joinInput = z.strictObject({
  secret: z.string().check(z.minLength(1), z.maxLength(100)),
  name: personName,
});
export type JoinInput = z.infer<typeof joinInput>;
export const joinView = z.object({ boardId: id, access: z.enum(['view', 'write']) });

const place = z.number().check(z.minimum(-1e6), z.maximum(1e6));

export const addNoteInput = z.strictObject({
  canvas: z.enum(canvases),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TEXT)),
  x: z.optional(place),
  y: z.optional(place),
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
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  /** A user id, or `me`. */
  owner: z.optional(id),
  /** Who helps the owner: somebody else who sees the board. */
  buddy: z.optional(id),
  due: z.optional(day),
  effect: z.optional(z.strictObject(effect.shape)),
});
export type ProposeActionInput = z.infer<typeof proposeActionInput>;
export const actionView = z.object({
  actionId: id,
  title: z.string(),
  owner: z.nullable(person),
  buddy: z.nullable(person),
  due: z.nullable(day),
  effect,
  rung: z.enum(['intention', 'proposal', 'dropped']),
  taskId: z.nullable(id),
});
export type ActionView = z.infer<typeof actionView>;
