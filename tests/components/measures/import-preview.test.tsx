import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it } from 'vitest';
import { badLineReasons } from '#board/api/readings-csv.ts';
import type { ImportView } from '#board/api/readings-csv.ts';
import { importChoice } from '#components/measures/import-choice.ts';
import { ImportPreview } from '#components/measures/import-preview.tsx';
import en from '#messages/en.json' with { type: 'json' };
import nl from '#messages/nl.json' with { type: 'json' };

afterEach(cleanup);

const good = Array.from({ length: 8 }, (_, n) => ({
  line: n + 2,
  at: `2026-01-0${n + 1}`,
  value: n + 0.0625,
}));
const bad = [{ line: 10, text: 'veel;niks', reason: 'day' as const }];
const empty: ImportView = { good: [], skipped: [], takenBack: [], bad: [], stored: 0 };

describe('what may be done with a file [MEAS-11]', () => {
  it.each([
    ['everything, when all is good', { good }, { may: 'take', take: 'all', count: 8 }],
    ['the good ones, when some are bad', { good, bad }, { may: 'take', take: 'good', count: 8 }],
    ['the new ones, when some are there', { good, skipped: good }, { may: 'take', take: 'all' }],
    ['nothing, when all is there', { skipped: good, bad }, { may: 'nothing' }],
    ['nothing, when all was taken back [MEAS-13]', { takenBack: good }, { may: 'nothing' }],
    ['choose another, when all is bad', { bad }, { may: 'choose-another' }],
    ['choose another, when it is empty', {}, { may: 'choose-another' }],
  ])('%s', (_what, part, choice) => {
    expect(importChoice({ ...empty, ...part })).toMatchObject(choice);
  });
});

describe('the preview of a file', () => {
  function mount(part: Partial<ImportView>, locale: 'en' | 'nl' = 'en'): void {
    render(
      <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : nl} timeZone="UTC">
        <ImportPreview preview={{ ...empty, ...part }} unit="min" />
      </NextIntlClientProvider>,
    );
  }

  it('shows the first readings with every digit, and how many more there are', () => {
    mount({ good, skipped: good.slice(0, 1) }, 'nl');
    expect(screen.getByText('8 nieuwe meetpunten')).toBeTruthy();
    expect(screen.getByText('0,0625 min')).toBeTruthy();
    expect(screen.getByText('en nog 2')).toBeTruthy();
    expect(screen.getByText('Eén meetpunt staat er al en blijft weg')).toBeTruthy();
  });

  it('names every bad line with its number and reason', () => {
    mount({ bad: badLineReasons.map((reason, n) => ({ line: n + 2, text: reason, reason })) });
    for (const [n, reason] of badLineReasons.entries()) {
      expect(screen.getByText(`Line ${n + 2}`)).toBeTruthy();
      expect(screen.getByText(en.measures.import.reasons[reason])).toBeTruthy();
    }
  });

  it('says what a file should hold that holds nothing', () => {
    mount({});
    expect(screen.getByText(en.measures.import.empty)).toBeTruthy();
  });
});
