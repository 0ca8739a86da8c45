import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { isEffectChecked } from '#board/ladder.ts';
import { Day } from '#components/time/day.tsx';
import { isSaidAnew } from './said-anew.ts';

interface Props {
  task: Pick<TaskView, 'effect' | 'prediction' | 'state'>;
  today: string;
}

/** How the team will see that it worked, and when it looks; beside it what was expected at the start, if that was something else. */
export function EffectLine({ task, today }: Props) {
  const t = useTranslations('tasks');
  const format = useFormatter();
  const { effect, prediction } = task;
  const { measure, measureName, unit = '', checkOn } = effect;
  const said = ({ expected, observation }: typeof effect | NonNullable<typeof prediction>) => {
    if (measureName === undefined) return observation;
    const value = expected === undefined ? '' : `${format.number(expected)} ${unit}`.trim();
    return t('expectedOf', { measure: measureName, value });
  };
  return (
    <>
      {measure === undefined ? (
        said(effect)
      ) : (
        <Link href={`/measures/${measure}`} className="hover:underline">
          {said(effect)}
        </Link>
      )}
      {prediction && isSaidAnew(task) && (
        <span className="block text-12 font-normal text-soft">
          {t('atTheStart', { expected: said(prediction) ?? '' })}
        </span>
      )}
      {checkOn && !isEffectChecked(task.state) && (
        <span className="block text-12 font-normal text-soft">
          {t.rich('checkOn', { day: () => <Day day={checkOn} today={today} /> })}
        </span>
      )}
    </>
  );
}
