import type { MeasureActionView } from '#board/api/measures.ts';
import { dayIn } from '#board/calendar.ts';

/** An action beside the chart; those that began have a day and a number that marks it there. */
export interface ListedAction extends MeasureActionView {
  readonly day: string | null;
  readonly number: number | null;
}

/** Actions by the day they were done or else started, numbered; those that did not start come last. */
export function listActions(
  actions: readonly MeasureActionView[],
  zone: string,
): readonly ListedAction[] {
  const dated = actions.map((action) => ({ ...action, day: dayOf(action, zone) }));
  const begun = dated.filter(({ day }) => day !== null);
  begun.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  return [
    ...begun.map((action, index) => ({ ...action, number: index + 1 })),
    ...dated.filter(({ day }) => day === null).map((action) => ({ ...action, number: null })),
  ];
}

function dayOf({ doneAt, startedAt }: MeasureActionView, zone: string): string | null {
  const moment = doneAt ?? startedAt;
  return moment === null ? null : dayIn(zone, new Date(moment));
}

/** A mark in the chart; actions of one day have one together. */
export interface DayMark {
  readonly at: string;
  readonly label: string;
  readonly sign: string;
  readonly taskIds: readonly string[];
}

export function marksOf(actions: readonly ListedAction[]): readonly DayMark[] {
  const days = [...new Set(actions.flatMap(({ day }) => day ?? []))];
  return days.map((at) => {
    const ofDay = actions.filter(({ day }) => day === at);
    return {
      at,
      label: ofDay.map(({ title }) => title).join(' · '),
      sign: ofDay.map(({ number }) => number).join(' '),
      taskIds: ofDay.map(({ taskId }) => taskId),
    };
  });
}
