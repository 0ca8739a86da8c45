'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type * as z from 'zod/mini';
import { webhookEvents } from '#board/api/webhooks.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useEventWords } from './use-event-words.ts';

interface Props<T extends z.ZodMiniType> {
  method: 'POST' | 'PATCH';
  path: string;
  view: T;
  address?: string;
  events: readonly string[];
  submit: string;
  onDone: (made: z.infer<T>) => void;
}

/** Where a webhook goes and what it is told. */
export function WebhookForm<T extends z.ZodMiniType>(props: Props<T>) {
  const { method, path, view, address, events, submit, onDone } = props;
  const t = useTranslations('webhooks.add');
  const form = useApiForm({
    method,
    path,
    view,
    body: (values) => ({ address: text(values, 'address'), events: values.getAll('events') }),
    onDone,
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('address')} hint={t('addressHint')} error={form.errorOf('address')}>
        <TextInput
          name="address"
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          defaultValue={address}
        />
      </Field>
      <EventChoice chosen={events} error={form.errorOf('events')} />
      <FormProblem form={form} />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-end max-sm:self-stretch"
      >
        {submit}
      </Button>
    </form>
  );
}

interface ChoiceProps {
  chosen: readonly string[];
  error: string | undefined;
}

function EventChoice({ chosen, error }: ChoiceProps) {
  const t = useTranslations('webhooks.add');
  const word = useEventWords();
  const errorId = useId();
  return (
    <fieldset aria-describedby={errorId} data-invalid={error ? true : undefined}>
      <legend className="mb-1 font-medium">{t('events')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {webhookEvents.map((event) => (
          <label
            key={event}
            className="flex min-h-9 cursor-pointer items-center gap-2 pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              name="events"
              value={event}
              defaultChecked={chosen.includes(event)}
              className="size-4 shrink-0 accent-accent"
            />
            {word(event)}
          </label>
        ))}
      </div>
      <div id={errorId} aria-live="polite" className="empty:hidden">
        {error && <p className="text-danger">{error}</p>}
      </div>
    </fieldset>
  );
}
