import { WebhookOverview } from '#components/webhooks/webhook-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listWebhooks } from '#server/webhooks/list-webhooks.ts';
import { pageAnswer } from '../../../../page-answer.ts';

export default async function WebhooksPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}/webhooks`;
  const webhooks = await pageAnswer(listWebhooks(theHouse(), actor, teamId), here);
  return <WebhookOverview teamId={teamId} webhooks={webhooks} />;
}
