import type { CommentView } from '#board/api/comments.ts';
import type { TaskStoryView } from '#board/api/tasks.ts';

type TaskEventView = TaskStoryView['events'][number];

/** One thing in a task's story: something that happened to it, or something that was said about it. */
export type StoryLine =
  | { readonly is: 'event'; readonly at: string; readonly event: TaskEventView }
  | { readonly is: 'comment'; readonly at: string; readonly comment: CommentView };

/** Events and comments in the order of time; of one moment, what happened comes first. [TALK-1] */
export function storyLines({
  events,
  comments,
}: Pick<TaskStoryView, 'events' | 'comments'>): StoryLine[] {
  const lines: StoryLine[] = [
    ...events.map((event) => ({ is: 'event' as const, at: event.at, event })),
    ...comments.map((comment) => ({ is: 'comment' as const, at: comment.at, comment })),
  ];
  return lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
