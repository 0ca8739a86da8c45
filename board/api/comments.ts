import * as z from 'zod/mini';
import { MAX_MENTIONS, mentionsIn } from '../mentions.ts';
import { id, moment, person } from './problem.ts';

/** Characters of one comment, ids of mentioned people included. */
export const MAX_COMMENT = 4000;

/** `@{id}` in the text names a person of the team. [TALK-2] */
const text = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(MAX_COMMENT),
  z.refine((words) => mentionsIn(words).length <= MAX_MENTIONS, 'names too many people at once'),
);

export const addCommentInput = z.strictObject({ text });
export type AddCommentInput = z.infer<typeof addCommentInput>;
export const changeCommentInput = addCommentInput;

export const commentView = z.object({
  id,
  taskId: id,
  author: person,
  at: moment,
  /** Empty once it was removed. */
  text: z.string(),
  /** The people named in the text, as they are called now. */
  mentions: z.array(person),
  editedAt: z.nullable(moment),
  removedAt: z.nullable(moment),
});
export type CommentView = z.infer<typeof commentView>;
