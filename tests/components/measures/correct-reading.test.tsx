import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReadingStoryView } from '#board/api/measures.ts';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { CorrectReading } from '#components/measures/correct-reading.tsx';
import en from '#messages/en.json' with { type: 'json' };

// A router is there in a page alone; what is tested here needs none of its deeds.
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sanne = { id: 'sanne', name: 'Sanne' };
const moment = '2026-11-20T10:00:00.000Z';
const reading: ReadingStoryView = {
  ...{ id: 'r', at: '2026-11-20', value: 12, by: sanne, enteredAt: moment, revision: 1 },
  ...{ withdrawn: false, corrections: [] },
};
const was = { at: '2026-11-20', value: 12, withdrawn: false };
const theirs: ReadingStoryView = {
  ...reading,
  ...{ value: 13, revision: 4 },
  corrections: [{ at: moment, by: sanne, reason: 'Misread', was }],
};

function mount(answers: readonly Response[]): { readonly sent: unknown[] } {
  const sent: unknown[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return Promise.resolve(left.shift());
  });
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <UiWording>
        <CorrectReading measureId="m" reading={reading} today="2026-11-27" />
      </UiWording>
    </NextIntlClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /Correct the reading of Nov 20/ }));
  fireEvent.change(screen.getByLabelText('Value'), { target: { value: '14,5' } });
  fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'Checked again' } });
  fireEvent.click(screen.getByRole('button', { name: 'Correct it' }));
  return { sent };
}

function conflict(current: unknown): Response {
  const problem = { type: 'about:blank', title: 'late', status: 409, code: 'conflict', current };
  return new Response(JSON.stringify(problem), { status: 409 });
}

describe('correcting a reading that somebody else corrected meanwhile [MEAS-3]', () => {
  it('shows both versions, and puts one over the other only when told once more', async () => {
    const { sent } = mount([conflict(theirs), new Response(JSON.stringify(reading))]);
    const said = await screen.findByText(/By now it says 13 on/);
    expect(said.textContent).toContain('corrected by Sanne: “Misread”. You typed 14,5.');
    expect(sent).toEqual([expect.objectContaining({ revision: 1, value: 14.5 })]);
    fireEvent.click(screen.getByRole('button', { name: 'Correct it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent[1]).toMatchObject({
      ...{ revision: 4, value: 14.5, at: '2026-11-20', withdrawn: false },
      reason: 'Checked again',
    });
  });

  it('says so when it was taken out of the chart', async () => {
    mount([conflict({ ...theirs, withdrawn: true })]);
    expect(await screen.findByText(/Sanne has taken it out of the chart/)).toBeTruthy();
  });
});
