'use client';

import { useTranslations } from 'next-intl';
import { setupView } from '#board/api/people.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { enter } from './enter.ts';

export function SetupForm({ asksCode }: { asksCode: boolean }) {
  const t = useTranslations('accounts.setup');
  const form = useApiForm({
    method: 'POST',
    path: '/setup',
    view: setupView,
    body: (values) => ({
      name: text(values, 'name'),
      email: text(values, 'email').trim(),
      password: text(values, 'password'),
      organisation: text(values, 'organisation'),
      team: text(values, 'team'),
      code: optionalText(values, 'code'),
    }),
    onDone: ({ teamId }, values) =>
      enter(text(values, 'email').trim(), text(values, 'password'), `/teams/${teamId}`),
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <div>
        <h1 className="text-20 font-semibold">{t('title')}</h1>
        <p className="mt-1 text-soft">{t('intro')}</p>
      </div>
      {asksCode && (
        <Field label={t('code')} hint={t('codeHint')} error={form.errorOf('code')}>
          <TextInput name="code" autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
      )}
      <Field label={t('organisation')} error={form.errorOf('organisation')}>
        <TextInput name="organisation" autoComplete="organization" />
      </Field>
      <Field label={t('team')} hint={t('teamHint')} error={form.errorOf('team')}>
        <TextInput name="team" autoComplete="off" />
      </Field>
      <Field label={t('name')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="name" />
      </Field>
      <Field label={t('email')} error={form.errorOf('email')}>
        <TextInput name="email" type="email" autoComplete="username" />
      </Field>
      <Field label={t('password')} hint={t('passwordHint')} error={form.errorOf('password')}>
        <TextInput name="password" type="password" autoComplete="new-password" />
      </Field>
      <FormProblem form={form} />
      <Button type="submit" variant="primary" busy={form.busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
