'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import type { WebhookView } from '#board/api/webhooks.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

interface Props {
  webhook: WebhookView;
  open: boolean;
  onClose: () => void;
}

export function RemoveWebhook({ webhook, open, onClose }: Props) {
  const t = useTranslations('webhooks.remove');
  const { busy, run } = useDeed();
  const router = useRouter();

  async function remove() {
    const path = `/webhooks/${webhook.id}`;
    const done = await run({ method: 'DELETE', path, view: z.null(), said: t('done') });
    if (done === undefined) return;
    onClose();
    // It may have been removed on its own page, which is no more.
    router.push(`/teams/${webhook.teamId}/webhooks`);
  }

  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={onClose}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            {t('submit')}
          </Button>
        </>
      }
    />
  );
}
