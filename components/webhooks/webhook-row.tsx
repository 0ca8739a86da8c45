import { CircleAlert, CircleCheck, CirclePause } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { WebhookView } from '#board/api/webhooks.ts';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { useEventWords } from './use-event-words.ts';
import { WebhookMenu } from './webhook-menu.tsx';

export function WebhookRow({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks.list');
  const word = useEventWords();
  const { id, teamId, address, events, createdBy, createdAt, keptBy } = webhook;
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={`/teams/${teamId}/webhooks/${id}`}
            className="min-w-0 font-medium break-all hover:underline"
          >
            {address}
          </Link>
          <WebhookState webhook={webhook} />
        </div>
        <WebhookTrouble webhook={webhook} />
        <p className="text-12 text-soft">{events.map(word).join(' · ')}</p>
        <p className="text-12 text-faint">
          {t.rich('by', { name: createdBy.name, at: () => <Moment at={createdAt} /> })}
          {keptBy.id !== createdBy.id && ` · ${t('kept', { name: keptBy.name })}`}
        </p>
      </div>
      <WebhookMenu webhook={webhook} />
    </li>
  );
}

export function WebhookState({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks.list');
  if (webhook.offReason !== null) return <Badge icon={<CirclePause />}>{t('off')}</Badge>;
  if (webhook.failingSince !== null) {
    return (
      <Badge tone="danger" icon={<CircleAlert />}>
        {t('failing')}
      </Badge>
    );
  }
  return (
    <Badge tone="check" icon={<CircleCheck />}>
      {t('on')}
    </Badge>
  );
}

/** Why nothing arrives, and what to do. */
export function WebhookTrouble({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks.list');
  const { offReason, failingSince } = webhook;
  if (offReason !== null)
    return (
      <p className="text-pretty">{t(`offReason.${offReason}`, { name: webhook.keptBy.name })}</p>
    );
  if (failingSince === null) return null;
  return <p>{t.rich('failingSince', { at: () => <Moment at={failingSince} /> })}</p>;
}
