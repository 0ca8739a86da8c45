import { ChartLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MeasureActionView, MeasureView } from '#board/api/measures.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { MeasureCard } from './measure-card.tsx';
import { NewMeasure } from './new-measure.tsx';

interface Props {
  teamId: string;
  measures: readonly MeasureView[];
  /** What is meant to move them, by measure. */
  actions: ReadonlyMap<string, readonly MeasureActionView[]>;
  today: string;
}

export function MeasureOverview({ teamId, measures, actions, today }: Props) {
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
            actions={actions.get(measure.id) ?? []}
            today={today}
          />
        ))}
      </div>
    </div>
  );
}
