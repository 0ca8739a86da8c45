'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newTokenView } from '#board/api/people.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

export function NewToken() {
  const t = useTranslations('settings.newToken');
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        setToken(null);
      }}
      title={t('title')}
      trigger={<Button icon={<Plus aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      {token === null ? (
        <NewTokenForm onMade={setToken} />
      ) : (
        <Field label={t('made')} hint={t('once')}>
          <CopyField value={token} />
        </Field>
      )}
    </Dialog>
  );
}

function NewTokenForm({ onMade }: { onMade: (token: string) => void }) {
  const t = useTranslations('settings.newToken');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: '/tokens',
    view: newTokenView,
    body: (values) => ({ name: text(values, 'name') }),
    onDone: ({ token }) => {
      onMade(token);
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="off" maxLength={80} />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
