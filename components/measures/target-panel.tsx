import { useFormatter, useTranslations } from 'next-intl';
import type { MeasureStoryView } from '#board/api/measures.ts';
import { Section } from '#components/frame/section.tsx';
import { Day } from '#components/time/day.tsx';
import { OpenTarget } from './open-target.tsx';
import { ProposeTarget } from './propose-target.tsx';
import { TargetList } from './target-list.tsx';

interface Props {
  measure: MeasureStoryView;
  today: string;
}

/** What the team agreed on, what waits for an answer, and all that went before. */
export function TargetPanel({ measure, today }: Props) {
  const t = useTranslations('measures.targets');
  const format = useFormatter();
  const { id, unit, targets, may, waitsFor } = measure;
  const open = targets.find(({ state }) => state === 'proposed');
  const agreed = targets.find(({ state }) => state === 'agreed');
  const earlier = targets.filter((one) => one !== open && one !== agreed);
  return (
    <Section
      title={t('title')}
      hint={t('hint')}
      action={may.propose && !open && <ProposeTarget measureId={id} unit={unit} today={today} />}
    >
      {agreed ? (
        <div className="rounded-card border border-line bg-surface p-5">
          <p className="text-12 text-soft">{t('holds')}</p>
          <p className="text-20 font-semibold tabular-nums">
            {`${format.number(agreed.value)} ${unit}`.trim()}{' '}
            {agreed.by !== null && (
              <span className="text-14 font-normal text-soft">
                <ByDay day={agreed.by} today={today} />
              </span>
            )}
          </p>
          <p className="text-soft">
            {agreed.answeredBy === null
              ? t('fromStart')
              : t('agreedBy', { name: agreed.answeredBy.name })}
          </p>
          {agreed.why && <p className="mt-2 whitespace-pre-line">{agreed.why}</p>}
          {agreed.answer && <p className="mt-2 whitespace-pre-line text-soft">{agreed.answer}</p>}
        </div>
      ) : (
        !open && <p className="text-soft">{t('none')}</p>
      )}
      {open && (
        <OpenTarget
          measureId={id}
          target={open}
          unit={unit}
          may={may}
          waitsFor={waitsFor}
          today={today}
        />
      )}
      {earlier.length > 0 && <TargetList targets={earlier} unit={unit} />}
    </Section>
  );
}

function ByDay({ day, today }: { day: string; today: string }) {
  const t = useTranslations('measures');
  return <>{t.rich('by', { day: () => <Day day={day} today={today} /> })}</>;
}
