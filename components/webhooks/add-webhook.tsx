'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newWebhookView, webhookEvents } from '#board/api/webhooks.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { WebhookForm } from './webhook-form.tsx';

export function AddWebhook({ teamId }: { teamId: string }) {
  const t = useTranslations('webhooks');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (now) setSecret(null);
      }}
      title={t(secret === null ? 'add.title' : 'add.addedTitle')}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />}>
          {t('add.open')}
        </Button>
      }
    >
      {secret === null ? (
        <WebhookForm
          method="POST"
          path={`/teams/${teamId}/webhooks`}
          view={newWebhookView}
          events={webhookEvents}
          submit={t('add.submit')}
          onDone={(made) => {
            setSecret(made.secret);
            router.refresh();
          }}
        />
      ) : (
        <Field label={t('secret.label')} hint={t('secret.hint')}>
          <CopyField value={secret} />
        </Field>
      )}
    </Dialog>
  );
}
