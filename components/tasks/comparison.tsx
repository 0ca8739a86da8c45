import { useFormatter, useTranslations } from 'next-intl';
import { ReachedMark } from './reached-mark.tsx';

/** A value, words, or both. */
interface Said {
  readonly value?: number | undefined;
  readonly words?: string | undefined;
}

interface Props {
  measure: { readonly name: string; readonly unit: string } | null;
  expected: Said;
  happened: Said;
  reached: boolean | null;
}

/** What was expected beside what happened. */
export function Comparison({ measure, expected, happened, reached }: Props) {
  const t = useTranslations('tasks.comparison');
  return (
    <dl className="grid gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-2">
      <Side label={t('expected')} said={expected} measure={measure} />
      <Side label={t('happened')} said={happened} measure={measure} reached={reached} />
    </dl>
  );
}

interface SideProps {
  label: string;
  said: Said;
  measure: Props['measure'];
  reached?: boolean | null;
}

function Side({ label, said: { value, words }, measure, reached = null }: SideProps) {
  const t = useTranslations('tasks.comparison');
  const format = useFormatter();
  const number = value === undefined ? null : `${format.number(value)} ${measure?.unit ?? ''}`;
  return (
    <div className="flex flex-col gap-1 bg-surface px-4 py-3">
      <dt className="text-12 text-soft">{label}</dt>
      <dd className="flex flex-col gap-1 wrap-anywhere">
        {number !== null && (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span>
              {measure && `${measure.name}: `}
              <span className="font-medium tabular-nums">{number.trim()}</span>
            </span>
            {reached !== null && <ReachedMark reached={reached} />}
          </span>
        )}
        {words && <span className="whitespace-pre-line">{words}</span>}
        {number === null && !words && <span className="text-faint">{t('nothing')}</span>}
      </dd>
    </div>
  );
}
