import { useTranslations } from 'next-intl';
import type { TaskStoryView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { TaskEvent } from './task-event.tsx';

interface Props {
  task: TaskStoryView;
  members: readonly MemberView[];
  today: string;
}

/** Everything that happened to a promise, newest step last. */
export function TaskStory({ task, members, today }: Props) {
  const t = useTranslations('tasks.story');
  const names = new Map(members.map((member) => [member.id, member.name]));
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-16 font-semibold">{t('title')}</h2>
      <ol className="flex flex-col">
        {task.events.map((event, index) => (
          <li key={`${event.at} ${index}`} className="group flex gap-3">
            <div className="flex flex-col items-center">
              <Avatar person={event.actor} size="sm" named={false} />
              <span className="w-px grow bg-line group-last:hidden" />
            </div>
            <div className="min-w-0 grow pb-6">
              <p className="text-12 text-soft">
                <span className="font-medium text-ink">{event.actor.name || t('somebody')}</span>
                {' · '}
                <Moment at={event.at} />
              </p>
              <TaskEvent event={event} task={task} names={names} today={today} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
