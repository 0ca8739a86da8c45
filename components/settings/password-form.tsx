'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings.password');
  const say = useToast();
  const form = useApiForm({
    method: 'POST',
    path: '/me/password',
    view: z.null(),
    body: (values) => ({ current: text(values, 'current'), next: text(values, 'next') }),
    onDone: async (_, values) => {
      // The change ended every session, this one too; whoever made it comes right back in.
      await signIn('credentials', { email, password: text(values, 'next'), redirect: false });
      form.reset();
      say({ text: t('saved') });
    },
  });
  return (
    <form {...form.props} className="flex max-w-md flex-col gap-4">
      <input type="hidden" autoComplete="username" value={email} />
      <Field label={t('current')} error={form.errorOf('current')}>
        <TextInput name="current" type="password" autoComplete="current-password" />
      </Field>
      <Field label={t('next')} hint={t('nextHint')} error={form.errorOf('next')}>
        <TextInput name="next" type="password" autoComplete="new-password" />
      </Field>
      <FormProblem form={form} />
      <Button type="submit" busy={form.busy} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}
