import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import type { HoldingCheckView, TaskStoryView } from '#board/api/tasks.ts';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { HoldingChecks } from '#components/tasks/holding-checks.tsx';
import en from '#messages/en.json' with { type: 'json' };
import nl from '#messages/nl.json' with { type: 'json' };

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const toCome: HoldingCheckView = {
  ...{ id: 'c1', after: 30, dueOn: '2027-03-29', result: null, doneAt: null, doneBy: null },
  ...{ reading: null, observation: null, note: null, reached: null },
};
const held: HoldingCheckView = {
  ...{ ...toCome, id: 'c0', dueOn: '2027-02-01', result: 'held', reading: 8, reached: true },
};
const person = { id: 'p1', name: 'Sanne' };

function aTask(part: Partial<TaskStoryView> = {}): TaskStoryView {
  return {
    ...{ id: 't1', boardId: 'b1', boardTitle: 'Bord', teamId: 'te', actionId: 'a1' },
    ...{ title: 'Bellen', owner: person, due: '2026-12-11', state: 'effect_checked', revision: 7 },
    effect: {
      ...{ measure: 'm1', measureName: 'Wachttijd', unit: 'min', direction: 'down' },
      ...{ expected: 14, checkOn: '2027-01-15' },
    },
    prediction: { expected: 10, checkOn: '2027-01-15', frozenAt: '2026-12-01T10:00:00.000Z' },
    ...{ outcome: 'worked', reached: true, learned: 'Iets', tell: null, droppedReason: null },
    ...{ holdingChecks: [held, toCome], confirmedAt: '2026-11-27T10:00:00.000Z' },
    ...{
      ...{ confirmedBy: person, givenBy: person, givenAt: '2026-11-27T10:00:00.000Z' },
      ...{ declined: null, buddy: null, consent: [], mayDecline: false },
      events: [],
      comments: [],
      newestReading: { at: '2027-03-20', value: 9.5 },
    },
    ...part,
  };
}

function mount(task: TaskStoryView, today: string, locale: 'en' | 'nl' = 'en'): void {
  render(
    <NextIntlClientProvider
      locale={locale}
      messages={locale === 'en' ? en : nl}
      timeZone="UTC"
      now={new Date('2027-03-29T12:00:00Z')}
    >
      <UiWording>
        <HoldingChecks task={task} today={today} mayMove />
      </UiWording>
    </NextIntlClientProvider>,
  );
}

function answering(): { sent: () => unknown } {
  const problem = { type: 'about:blank', title: 'No', status: 503, code: 'not-saving' };
  const fetching = vi.fn((_url: string, _init: RequestInit) =>
    Promise.resolve(new Response(JSON.stringify(problem), { status: 503 })),
  );
  vi.stubGlobal('fetch', fetching);
  return { sent: () => JSON.parse(String(fetching.mock.calls[0]?.[1].body)) as unknown };
}

it('begins with the newest reading and says whether it is what was expected at the start', () => {
  mount(aTask(), '2027-03-29');
  const reading = screen.getByLabelText('What is the value now?');
  expect(reading).toHaveProperty('value', '9.5');
  expect(screen.getAllByText('Reached')).toHaveLength(2);
  expect(screen.getByText('Later said anew: Wachttijd: 14 min')).toBeTruthy();
  fireEvent.change(reading, { target: { value: '11,2' } });
  expect(screen.getByText('Not reached')).toBeTruthy();
  fireEvent.change(reading, { target: { value: 'veel' } });
  expect(screen.queryByText('Not reached')).toBeNull();
});

it('reads numbers as the reader writes them', () => {
  mount(aTask(), '2027-03-29', 'nl');
  expect(screen.getByLabelText('Wat is de waarde nu?')).toHaveProperty('value', '9,5');
  expect(screen.getAllByText('Gehaald')).toHaveLength(2);
});

it('sends what was seen without a verdict that nobody gave', async () => {
  const { sent } = answering();
  mount(aTask(), '2027-03-29');
  fireEvent.click(screen.getByText('Save what you saw'));
  await waitFor(() => expect(sent()).toEqual({ revision: 7, reading: 9.5 }));
});

it('sends the verdict', async () => {
  const { sent } = answering();
  mount(aTask(), '2027-03-29');
  fireEvent.click(screen.getByText('It holds'));
  fireEvent.click(screen.getByText('Save what you saw'));
  await waitFor(() => expect(sent()).toEqual({ revision: 7, held: true, reading: 9.5 }));
});

it('lets one say before its day only that it slipped back', async () => {
  const { sent } = answering();
  mount(aTask(), '2027-03-28');
  expect(screen.getByText('To come')).toBeTruthy();
  expect(screen.queryByText('It holds')).toBeNull();
  fireEvent.click(screen.getByText('It slipped back already'));
  expect(screen.queryByText('It holds')).toBeNull();
  fireEvent.click(screen.getByText('Reopen the action'));
  await waitFor(() => expect(sent()).toMatchObject({ revision: 7, held: false }));
});

it('asks nothing any more once all is answered, and shows what each brought', () => {
  mount(aTask({ state: 'standard', holdingChecks: [held] }), '2027-03-29');
  expect(screen.getByText('Held')).toBeTruthy();
  expect(screen.getByText('8 min')).toBeTruthy();
  expect(screen.queryByRole('form')).toBeNull();
});
