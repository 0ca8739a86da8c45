import type { AddWebhookInput, NewWebhookView } from '#board/api/webhooks.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Refusal } from '../refusal.ts';
import { mustBeReachable } from './must-be-reachable.ts';
import { mustStillManage } from './must-still-manage.ts';
import { newSigningSecret } from './sign.ts';
import { viewWebhook, webhookParts } from './view-webhook.ts';

/** Every change is written once for each of them. */
const MOST = 20;

/** Adds a webhook to the team; the answer is the only place where its secret can be read. [HOOK-1] */
export async function addWebhook(
  house: House,
  actor: Actor,
  teamId: string,
  { address, events }: AddWebhookInput,
): Promise<NewWebhookView> {
  const user = mustBeUser(actor);
  await mustOnTeam(house, actor, teamId, 'team.manage-webhooks');
  mustBeReachable(house, address);
  return house.db.$transaction(async (tx) => {
    await mustStillManage(tx, user, teamId);
    await oneAtATime(tx, `webhooks of ${teamId}`);
    if ((await tx.webhook.count({ where: { teamId } })) >= MOST) {
      throw new Refusal('conflict', `A team has ${MOST} webhooks at most.`);
    }
    const row = await tx.webhook.create({
      data: {
        id: newId(),
        teamId,
        address,
        events,
        secret: newSigningSecret(),
        createdById: user.id,
        keptById: user.id,
        createdAt: house.clock(),
      },
      include: webhookParts,
    });
    await recordDeed(tx, actor, 'webhook.add', row.id, { teamId, address, events });
    return { ...viewWebhook(row), secret: row.secret };
  });
}
