import { Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { WebhookView } from '#board/api/webhooks.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { WebhookRow } from './webhook-row.tsx';

interface Props {
  teamId: string;
  webhooks: readonly WebhookView[];
}

/** Which other systems hear of this team. */
export function WebhookOverview({ teamId, webhooks }: Props) {
  const t = useTranslations('webhooks');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose text-pretty text-soft">
          {t('intro')} {t('howTo')}
        </p>
        <AddWebhook teamId={teamId} />
      </div>
      {webhooks.length === 0 ? (
        <EmptyState icon={<Webhook />}>{t('none')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
    </div>
  );
}
