import { useTranslations } from 'next-intl';
import type { TaskStoryView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { CommentForm } from '#components/comments/comment-form.tsx';
import { StoryComment } from '#components/comments/story-comment.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { storyLines } from './story-line.ts';
import type { StoryLine } from './story-line.ts';
import { TaskEvent } from './task-event.tsx';

interface Props {
  task: TaskStoryView;
  members: readonly MemberView[];
  today: string;
  /** Whoever looks, if they may comment. */
  me: string | null;
}

/** Everything that happened to a promise and was said about it, newest last. */
export function TaskStory({ task, members, today, me }: Props) {
  const t = useTranslations('tasks.story');
  const names = new Map(members.map((member) => [member.id, member.name]));
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-16 font-semibold">{t('title')}</h2>
      <ol className="flex flex-col">
        {storyLines(task).map((line, index) => (
          <li
            key={line.is === 'comment' ? line.comment.id : `${line.at} ${index}`}
            className="group flex gap-3"
          >
            <div className="flex flex-col items-center">
              <Avatar person={whoOf(line)} size="sm" named={false} />
              <span className="w-px grow bg-line group-last:hidden" />
            </div>
            <div className="min-w-0 grow pb-6">
              <p className="text-12 text-soft">
                <span className="font-medium text-ink">{whoOf(line).name || t('somebody')}</span>
                {' · '}
                <Moment at={line.at} />
              </p>
              {line.is === 'event' ? (
                <TaskEvent event={line.event} task={task} names={names} today={today} />
              ) : (
                <StoryComment
                  comment={line.comment}
                  people={members}
                  mine={line.comment.author.id === me}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {me !== null && <CommentForm taskId={task.id} people={members} />}
    </section>
  );
}

function whoOf(line: StoryLine): { id: string; name: string } {
  return line.is === 'event' ? line.event.actor : line.comment.author;
}
