import { ChartLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MeasureView } from '#board/api/measures.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { MeasureCard } from './measure-card.tsx';
import { NewMeasure } from './new-measure.tsx';

interface Props {
  teamId: string;
  measures: readonly MeasureView[];
  tasks: readonly TaskView[];
  today: string;
}

const finished = new Set(['done', 'effect_checked', 'standard']);

export function MeasureOverview({ teamId, measures, tasks, today }: Props) {
  const t = useTranslations('teams.measures');
  if (measures.length === 0) {
    return (
      <EmptyState icon={<ChartLine />} action={<NewMeasure teamId={teamId} />}>
        {t('none')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="self-end">
        <NewMeasure teamId={teamId} />
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        {measures.map((measure) => (
          <MeasureCard
            key={measure.id}
            measure={measure}
            done={tasks.filter(
              (task) => task.effect.measure === measure.id && finished.has(task.state),
            )}
            today={today}
          />
        ))}
      </div>
    </div>
  );
}
