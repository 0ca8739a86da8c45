import { notFound } from 'next/navigation';
import { pathId } from '#board/api/problem.ts';
import { DeliveryOverview } from '#components/webhooks/delivery-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listDeliveries } from '#server/webhooks/list-deliveries.ts';
import { readWebhook } from '#server/webhooks/read-webhook.ts';
import { pageAnswer } from '../../../../../page-answer.ts';

const SHOWN = 30;

interface Props {
  params: Promise<{ teamId: string; webhookId: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const { teamId, webhookId } = await params;
  const cursor = pathId.safeParse((await searchParams).from).data;
  const actor = await whoAsks();
  const here = `/teams/${teamId}/webhooks/${webhookId}`;
  const webhook = await pageAnswer(readWebhook(theHouse(), actor, webhookId), here);
  if (webhook.teamId !== teamId) notFound();
  const page = { limit: SHOWN, ...(cursor === undefined ? {} : { cursor }) };
  const deliveries = await pageAnswer(listDeliveries(theHouse(), actor, webhookId, page), here);
  return (
    <DeliveryOverview
      webhook={webhook}
      deliveries={deliveries.items}
      older={deliveries.nextCursor}
    />
  );
}
