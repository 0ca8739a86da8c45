'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { meView } from '#board/api/people.ts';
import type { MeView } from '#board/api/people.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';

export function ProfileForm({ me }: { me: MeView }) {
  const t = useTranslations('settings.profile');
  const say = useToast();
  const router = useRouter();
  const form = useApiForm({
    method: 'PATCH',
    path: '/me',
    view: meView,
    body: (values) => ({ name: text(values, 'name') }),
    onDone: () => {
      say({ text: t('saved') });
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex max-w-md flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="name" defaultValue={me.name} maxLength={80} />
      </Field>
      <p className="text-soft">{t('email', { email: me.email })}</p>
      <FormProblem form={form} />
      <Button type="submit" busy={form.busy} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}
