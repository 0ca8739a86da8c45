'use client';

import { useTranslations } from 'next-intl';
import { welcomeView } from '#board/api/people.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { enter } from './enter.ts';

interface Props {
  secret: string;
  email: string;
  name: string;
}

export function WelcomeForm({ secret, email, name }: Props) {
  const t = useTranslations('accounts.welcome');
  const form = useApiForm({
    method: 'POST',
    path: '/welcome',
    view: welcomeView,
    body: (values) => ({
      secret,
      name: text(values, 'name'),
      password: text(values, 'password'),
    }),
    onDone: (_, values) => enter(email, text(values, 'password'), '/'),
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <div>
        <h1 className="text-20 font-semibold">{t('heading', { name })}</h1>
        <p className="mt-1 text-soft">{t('intro', { email })}</p>
      </div>
      {/* Lets a password manager keep the new password under the right name. */}
      <input type="hidden" autoComplete="username" value={email} />
      <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="name" defaultValue={name} />
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
