import { ArrowLeft, Send } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DeliveryView, WebhookView } from '#board/api/webhooks.ts';
import { Section } from '#components/frame/section.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import { KeepFresh } from './keep-fresh.tsx';
import { WebhookMenu } from './webhook-menu.tsx';
import { WebhookState, WebhookTrouble } from './webhook-row.tsx';

interface Props {
  webhook: WebhookView;
  deliveries: readonly DeliveryView[];
  /** Where older ones begin; null when these are all. */
  older: string | null;
}

/** One webhook and what was sent to it. */
export function DeliveryOverview({ webhook, deliveries, older }: Props) {
  const t = useTranslations('webhooks.deliveries');
  const here = `/teams/${webhook.teamId}/webhooks`;
  return (
    <div className="flex flex-col gap-6">
      <KeepFresh waiting={deliveries.some(({ state }) => state === 'waiting')} />
      <Link
        href={here}
        className="inline-flex items-center gap-2 self-start text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </Link>
      <div className="flex items-start gap-3">
        <div className="flex min-w-0 grow flex-col gap-1">
          <div className="flex flex-wrap items-center gap-3">
            <h2 className="min-w-0 text-20 font-semibold break-all">{webhook.address}</h2>
            <WebhookState webhook={webhook} />
          </div>
          <WebhookTrouble webhook={webhook} />
        </div>
        <WebhookMenu webhook={webhook} />
      </div>
      <Section title={t('title')} hint={t('kept')}>
        {deliveries.length === 0 ? (
          <EmptyState icon={<Send />}>{t('none')}</EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {deliveries.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                mayResend={webhook.offReason === null}
              />
            ))}
          </ul>
        )}
        {older !== null && (
          <Link
            href={`${here}/${webhook.id}?from=${older}`}
            className="self-center font-medium text-accent hover:underline"
          >
            {t('older')}
          </Link>
        )}
      </Section>
    </div>
  );
}
