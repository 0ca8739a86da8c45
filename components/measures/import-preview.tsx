import { CircleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { BadLine, CsvReading, ImportView } from '#board/api/readings-csv.ts';
import { Day } from '#components/time/day.tsx';
import { importChoice } from './import-choice.ts';

const SHOWN = 6; // good readings: enough to see that days and values are the right way round

/** What would come of a file: the first of its new readings, and every line that is none with the reason. */
export function ImportPreview({ preview, unit }: { preview: ImportView; unit: string }) {
  const t = useTranslations('measures.import');
  const { good, skipped, takenBack, bad } = preview;
  const { may } = importChoice(preview);
  return (
    <div className="flex flex-col gap-4">
      {may === 'choose-another' && bad.length === 0 && <p className="text-soft">{t('empty')}</p>}
      {may === 'nothing' && <p className="text-soft">{t('nothing')}</p>}
      {good.length > 0 && <NewReadings good={good} unit={unit} />}
      {skipped.length > 0 && <p className="text-soft">{t('skipped', { count: skipped.length })}</p>}
      {takenBack.length > 0 && (
        <p className="text-soft">{t('takenBack', { count: takenBack.length })}</p>
      )}
      {bad.length > 0 && <BadLines bad={bad} />}
    </div>
  );
}

function NewReadings({ good, unit }: { good: readonly CsvReading[]; unit: string }) {
  const t = useTranslations('measures.import');
  const format = useFormatter();
  const more = good.length - SHOWN;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{t('new', { count: good.length })}</h3>
      <ul className="flex flex-col tabular-nums">
        {good.slice(0, SHOWN).map(({ line, at, value }) => (
          <li key={line} className="flex justify-between gap-4 border-b border-line py-1">
            <Day day={at} />
            <span className="font-medium">
              {`${format.number(value, { maximumFractionDigits: 20 })} ${unit}`.trim()}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-soft">{t('more', { count: more })}</p>}
    </section>
  );
}

function BadLines({ bad }: { bad: readonly BadLine[] }) {
  const t = useTranslations('measures.import');
  return (
    <section className="flex flex-col gap-2 rounded-card bg-danger-pale px-3 py-2">
      <h3 className="flex items-start gap-2 font-medium text-danger">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('bad', { count: bad.length })}
      </h3>
      <p className="text-soft">{t('badHint')}</p>
      <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto">
        {bad.map(({ line, text, reason }) => (
          <li key={line}>
            <span className="font-medium">{t('line', { line })}</span>{' '}
            <code className="rounded-chip bg-surface px-1 text-12 break-all">{text}</code>
            <span className="block text-soft">{t(`reasons.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
