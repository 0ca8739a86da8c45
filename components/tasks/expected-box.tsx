import { useFormatter, useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { isSaidAnew } from './said-anew.ts';

/** What was expected when the work began, and what is expected now where that was said anew. */
export function ExpectedBox({ task }: { task: Pick<TaskView, 'effect' | 'prediction'> }) {
  const t = useTranslations('tasks.effectCheck');
  const format = useFormatter();
  const { effect, prediction } = task;
  const { measureName, unit = '' } = effect;
  const said = ({ expected, observation = '' }: typeof effect | NonNullable<typeof prediction>) =>
    measureName === undefined
      ? observation
      : `${measureName}: ${expected === undefined ? '' : format.number(expected)} ${unit}`.trim();
  return (
    <div className="rounded-card bg-sunken p-4">
      <h3 className="text-12 text-soft">{t('expected')}</h3>
      <p className="mt-1 text-16 wrap-anywhere">{said(prediction ?? effect)}</p>
      {isSaidAnew(task) && (
        <p className="mt-1 text-12 text-soft">{t('saidAnew', { expected: said(effect) })}</p>
      )}
    </div>
  );
}
