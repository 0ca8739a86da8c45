'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { teamView } from '#board/api/teams.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

export function NewTeam() {
  const t = useTranslations('teams.new');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={<Button icon={<Plus aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <NewTeamForm />
    </Dialog>
  );
}

function NewTeamForm() {
  const t = useTranslations('teams.new');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: '/teams',
    view: teamView,
    body: (values) => ({ name: text(values, 'name') }),
    onDone: (team) => router.push(`/teams/${team.id}`),
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="off" maxLength={120} />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
