import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import en from '#messages/en.json';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const done = vi.fn();

function Form() {
  const form = useApiForm({
    method: 'POST',
    path: '/people',
    view: z.object({ id: z.string() }),
    body: (values) => ({ name: text(values, 'name'), email: text(values, 'email') }),
    onDone: done,
  });
  return (
    <form {...form.props}>
      <Field label="Name" error={form.errorOf('name')}>
        <TextInput name="name" />
      </Field>
      <Field label="Mail" error={form.errorOf('email')}>
        <TextInput name="email" />
      </Field>
      <FormProblem form={form} />
      <button type="submit">Save</button>
    </form>
  );
}

function mount(): void {
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <UiWording>
        <Form />
      </UiWording>
    </NextIntlClientProvider>,
  );
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Noor' } });
  fireEvent.change(screen.getByLabelText('Mail'), { target: { value: 'noor' } });
}

function answer(status: number, body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

function refusal(
  code: string,
  errors: { field: string; code: string; message: string }[],
): unknown {
  return { type: 'about:blank', title: 'no', status: 422, code, errors };
}

describe('useApiForm', () => {
  it('puts each error beside its field, in our words, and goes to the first', async () => {
    answer(422, refusal('invalid', [{ field: 'email', code: 'invalid_format', message: 'bad' }]));
    mount();
    fireEvent.click(screen.getByText('Save'));
    const mail = screen.getByLabelText('Mail');
    await waitFor(() => expect(mail.getAttribute('aria-invalid')).toBe('true'));
    const description = document.getElementById(mail.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe(en.fields.of.email.invalid_format);
    expect(document.activeElement).toBe(mail);
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBeNull();
  });

  it('keeps what was typed and says what to do', async () => {
    answer(422, refusal('invalid', [{ field: 'name', code: 'too_big', message: 'long' }]));
    mount();
    fireEvent.click(screen.getByText('Save'));
    await screen.findByText(en.errors.invalid);
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Noor');
  });

  it('says the server’s own words for a code it does not know, also of a field it does not show', async () => {
    answer(422, refusal('invalid', [{ field: 'shoe', code: 'too_red', message: 'is too red' }]));
    mount();
    fireEvent.click(screen.getByText('Save'));
    await screen.findByText('is too red');
  });

  it('tells a lost connection from a refusal', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    mount();
    fireEvent.click(screen.getByText('Save'));
    const line = await screen.findByText(en.errors.unreachable);
    expect(line.closest('[data-form-problem]')).toBe(document.activeElement);
  });

  it('hands over the view once it is good', async () => {
    answer(201, { id: 'p1' });
    mount();
    fireEvent.click(screen.getByText('Save'));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(done.mock.calls[0]?.[0]).toEqual({ id: 'p1' });
  });
});
