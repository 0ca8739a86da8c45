import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '#board/calendar.ts';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { DayField } from '#components/time/day-field.tsx';
import { jumpFrom } from '#components/time/jump.ts';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import nl from '#messages/nl.json';

afterEach(cleanup);

const today = dayIn('UTC', new Date());
const heard: string[] = [];

function mount(value: string | null, error?: string): HTMLInputElement {
  heard.length = 0;
  render(
    <NextIntlClientProvider locale="nl" messages={nl} timeZone="UTC">
      <UiWording>
        <TooltipProvider>
          <DayField
            name="due"
            label="Wanneer?"
            error={error}
            value={value}
            offer={['friday', 'week']}
            onDay={(day) => heard.push(day)}
          />
        </TooltipProvider>
      </UiWording>
    </NextIntlClientProvider>,
  );
  return screen.getByLabelText<HTMLInputElement>('Wanneer?');
}

const sent = (): string | undefined =>
  document.querySelector<HTMLInputElement>('input[name="due"]')?.value;

describe('[DAY-2] a field for a day', () => {
  it('says what it understood, and sends that', async () => {
    const field = mount(null);
    expect(sent()).toBe('');
    fireEvent.change(field, { target: { value: 'vrijdag' } });
    await screen.findByText(/^vrijdag \d+ \w+/);
    expect(sent()).toBe(jumpFrom(today, 'friday'));
    fireEvent.blur(field);
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('names what it did not understand, as a mistake once it is left', async () => {
    const field = mount(null);
    fireEvent.change(field, { target: { value: 'vrij snel' } });
    expect(screen.getByText(/“vrij snel” begrijpen we niet/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBeNull();
    fireEvent.blur(field);
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(sent()).toBe('unclear');
    expect(heard).toEqual(['']);
  });

  it('refuses a day that has passed, and says which', () => {
    const field = mount(null);
    fireEvent.change(field, { target: { value: addDays(today, -1) } });
    fireEvent.blur(field);
    expect(screen.getByText(/^Dat was .*Kies vandaag of later\.$/)).toBeTruthy();
    expect(sent()).toBe('past');
  });

  it('leaves a day that it began with alone, also when that has passed', () => {
    const day = addDays(today, -3);
    const field = mount(day);
    fireEvent.blur(field);
    expect(sent()).toBe(day);
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('walks what is offered by arrow keys', () => {
    const field = mount(null);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(sent()).toBe(addDays(today, 7));
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(sent()).toBe(jumpFrom(today, 'friday'));
    expect(heard).toHaveLength(3);
  });
});
