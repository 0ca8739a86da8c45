import type { CommentView } from '#board/api/comments.ts';
import { mentionsIn } from '#board/mentions.ts';
import type { PrismaClient, TaskComment, User } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { nameOf } from '../tasks/view-task.ts';

export type CommentRow = TaskComment & { author: User };

/** Comments with the people named in them, as these are called now. [TALK-2] */
export async function viewComments(
  db: PrismaClient | Tx,
  rows: readonly CommentRow[],
): Promise<CommentView[]> {
  const ids = [...new Set(rows.flatMap(({ text }) => mentionsIn(text)))];
  const users = ids.length === 0 ? [] : await db.user.findMany({ where: { id: { in: ids } } });
  const people = new Map(users.map((user) => [user.id, nameOf(user)]));
  return rows.map((row) => viewComment(row, people));
}

function viewComment(
  { id, taskId, author, at, text, editedAt, removedAt }: CommentRow,
  people: ReadonlyMap<string, { id: string; name: string }>,
): CommentView {
  return {
    id,
    taskId,
    author: nameOf(author),
    at: at.toISOString(),
    text,
    mentions: mentionsIn(text).flatMap((personId) => people.get(personId) ?? []),
    editedAt: editedAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
  };
}
