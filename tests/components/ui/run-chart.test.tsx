import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';
import en from '#messages/en.json';
import nl from '#messages/nl.json';

afterEach(cleanup);

function In({ locale, children }: { locale: 'en' | 'nl'; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : nl} timeZone="UTC">
      <UiWording>{children}</UiWording>
    </NextIntlClientProvider>
  );
}

const readings = [
  { at: '2026-01-05', value: 12 },
  { at: '2026-02-03', value: 6.5 },
];

function chart(compact: boolean) {
  return (
    <RunChart
      readings={readings}
      target={5}
      baseline={12}
      direction="down"
      unit="days"
      compact={compact}
    />
  );
}

describe('RunChart', () => {
  it('says in words what it shows', () => {
    render(<In locale="en">{chart(false)}</In>);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      '2 readings; the last is 6.5 days on Feb 3. That is better than at the start. The target is 5 days.',
    );
  });

  it('says it in Dutch, with a Dutch comma', () => {
    render(<In locale="nl">{chart(true)}</In>);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('6,5 days op 3 feb');
  });

  it('asks for a first reading when there is none', () => {
    render(
      <In locale="en">
        <RunChart readings={[]} target={null} baseline={null} direction="up" unit="" />
      </In>,
    );
    expect(screen.getByText(en.ui.noReadings)).toBeTruthy();
  });
});
