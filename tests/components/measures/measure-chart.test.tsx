import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it } from 'vitest';
import type { MeasureActionView } from '#board/api/measures.ts';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { MeasureChart } from '#components/measures/measure-chart.tsx';
import en from '#messages/en.json' with { type: 'json' };

afterEach(cleanup);

const series = {
  readings: [
    { at: '2026-01-05', value: 12 },
    { at: '2026-02-03', value: 6.5 },
  ],
  ...{ target: 5, baseline: 12, unit: 'days' },
  direction: 'down' as const,
};
const actions: MeasureActionView[] = [
  {
    ...{ taskId: 'a', title: 'Second desk', state: 'done', outcome: null },
    startedAt: null,
    doneAt: '2026-01-20T10:00:00.000Z',
  },
  {
    ...{ taskId: 'b', title: 'New letter', state: 'agreed', outcome: null },
    startedAt: null,
    doneAt: null,
  },
];

function mount(shown: readonly MeasureActionView[]): void {
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <UiWording>
        <MeasureChart series={series} actions={shown} today="2026-02-10" />
      </UiWording>
    </NextIntlClientProvider>,
  );
}

describe('the chart of a measure', () => {
  it('lists its marks with their numbers, and what has not begun without one', () => {
    mount(actions);
    const [first, second] = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(first).toContain('1Second desk done');
    expect(second).toContain('–New letter not started yet');
    expect(screen.getByRole('link', { name: 'Second desk' }).getAttribute('href')).toBe('/tasks/a');
  });

  it('says at the mark which action it is, while its line has the focus', () => {
    mount(actions);
    const link = screen.getByRole('link', { name: 'Second desk' });
    expect(screen.getAllByText('Second desk')).toHaveLength(1);
    fireEvent.focus(link);
    expect(screen.getAllByText('Second desk')).toHaveLength(2);
    fireEvent.blur(link);
    expect(screen.getAllByText('Second desk')).toHaveLength(1);
  });

  it('says it under the pointer', () => {
    mount(actions);
    const [sign] = screen.getAllByText('1');
    const mark = sign?.closest('[style]');
    if (!mark) throw new Error('there is no mark');
    fireEvent.pointerEnter(mark);
    expect(screen.getAllByText('Second desk')).toHaveLength(2);
    fireEvent.pointerLeave(mark);
    expect(screen.getAllByText('Second desk')).toHaveLength(1);
  });

  it('says how an action comes to be marked when there is none', () => {
    mount([]);
    expect(screen.getByText(en.measures.chart.noActions)).toBeTruthy();
  });
});
