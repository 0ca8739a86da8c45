import { expect, it } from 'vitest';
import type { CommentView } from '#board/api/comments.ts';
import { storyLines } from '#components/tasks/story-line.ts';

const sanne = { id: 'sanne', name: 'Sanne' };
const comment = (id: string, at: string): CommentView => ({
  ...{ id, at, taskId: 'task-1', author: sanne, text: 'Ja', mentions: [] },
  ...{ editedAt: null, removedAt: null },
});
const event = (at: string) => ({ at, actor: sanne, kind: 'changed' as const, data: {} });

it('a story is told in the order of time [TALK-1]', () => {
  const lines = storyLines({
    events: [event('2026-11-20T09:00:00.000Z'), event('2026-11-22T09:00:00.000Z')],
    comments: [comment('b', '2026-11-21T09:00:00.000Z'), comment('d', '2026-11-22T09:00:00.000Z')],
  });
  expect(lines.map((line) => (line.is === 'comment' ? line.comment.id : line.is))).toEqual([
    'event',
    'b',
    'event',
    'd',
  ]);
});
