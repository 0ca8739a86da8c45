import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { Day } from '#components/time/day.tsx';

interface Props {
  effect: TaskView['effect'];
  today: string;
}

/** How the team will see that it worked, and when it looks. */
export function EffectLine({ effect, today }: Props) {
  const t = useTranslations('tasks');
  const format = useFormatter();
  const { measure, measureName, expected, unit = '', observation, checkOn } = effect;
  const value = expected === undefined ? '' : `${format.number(expected)} ${unit}`.trim();
  return (
    <>
      {measureName === undefined ? (
        observation
      ) : (
        <Link href={`/measures/${measure}`} className="hover:underline">
          {t('expectedOf', { measure: measureName, value })}
        </Link>
      )}
      {checkOn && (
        <span className="block text-12 font-normal text-soft">
          {t.rich('checkOn', { day: () => <Day day={checkOn} today={today} /> })}
        </span>
      )}
    </>
  );
}
