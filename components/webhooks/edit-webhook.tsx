'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { webhookView } from '#board/api/webhooks.ts';
import type { WebhookView } from '#board/api/webhooks.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { WebhookForm } from './webhook-form.tsx';

interface Props {
  webhook: WebhookView;
  open: boolean;
  onClose: () => void;
}

export function EditWebhook({ webhook, open, onClose }: Props) {
  const t = useTranslations('webhooks.edit');
  const router = useRouter();
  const say = useToast();
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('title')}>
      <WebhookForm
        method="PATCH"
        path={`/webhooks/${webhook.id}`}
        view={webhookView}
        address={webhook.address}
        events={webhook.events}
        submit={t('submit')}
        onDone={() => {
          say({ text: t('done') });
          onClose();
          router.refresh();
        }}
      />
    </Dialog>
  );
}
