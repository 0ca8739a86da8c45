import { useTranslations } from 'next-intl';
import type { MeasureStoryView } from '#board/api/measures.ts';
import { Section } from '#components/frame/section.tsx';
import { AddReading } from './add-reading.tsx';
import { ExportReadings } from './export-readings.tsx';
import { ImportReadings } from './import-readings.tsx';
import { MeasureChart } from './measure-chart.tsx';
import { MeasureHead } from './measure-head.tsx';
import { ReadingList } from './reading-list.tsx';
import { TargetPanel } from './target-panel.tsx';

interface Props {
  measure: MeasureStoryView;
  today: string;
  /** Every reading rather than the newest. */
  all: boolean;
}

/** A measure: how it goes, what it should become, and every reading it is made of. */
export function MeasurePageBody({ measure, today, all }: Props) {
  const t = useTranslations('measures');
  const { id, unit, readings, may } = measure;
  const standing = readings
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ at, value }) => ({ at, value }));
  const { target, baseline, direction } = measure;
  const series = { readings: standing, target, baseline, direction, unit };
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <MeasureHead measure={measure} last={standing.at(-1)} today={today} />
      <Section title={t('chart.title')}>
        <div className="rounded-card border border-line bg-surface p-5">
          {standing.length === 0 ? (
            <p className="flex h-32 items-center justify-center text-center text-balance text-soft">
              {t('readings.none')}
            </p>
          ) : (
            <MeasureChart series={series} actions={measure.actions} today={today} />
          )}
          {may.write && (
            <div className="mt-5">
              <AddReading measureId={id} unit={unit} today={today} />
            </div>
          )}
        </div>
      </Section>
      <TargetPanel measure={measure} today={today} />
      <Section
        title={t('readings.title')}
        hint={t('readings.hint')}
        action={
          <div className="flex flex-wrap gap-2">
            {may.write && <ImportReadings measureId={id} unit={unit} />}
            {standing.length > 0 && <ExportReadings measureId={id} />}
          </div>
        }
      >
        <ReadingList measure={measure} today={today} all={all} />
      </Section>
    </div>
  );
}
