import { afterEach, beforeEach } from 'vitest';
import type { AddWebhookInput, NewWebhookView } from '#board/api/webhooks.ts';
import type { House } from '#server/house.ts';
import { Courier } from '#server/webhooks/courier.ts';
import type { LookUp } from '#server/webhooks/look-up.ts';
import { newWebhook } from '#tests/support/builders.ts';
import type { Settled } from '#tests/support/use-house.ts';
import { WebhookReceiver } from '#tests/support/webhook-receiver.ts';

/** Short, because nothing on this machine takes long; a receiver that says nothing is waited for so long. */
const PATIENCE_MS = 300;

/** A receiver on this machine, which the operator of the house allows, and a courier to it. */
export class ReceivingWorld {
  receiver = new WebhookReceiver();
  /** Where names lead. */
  readonly names = new Map<string, string[]>();
  courier!: Courier;

  constructor(private readonly world: Settled) {}

  get house(): House {
    const { house } = this.world;
    return { ...house, env: { ...house.env, webhookNetworks: ['127.0.0.1'] } };
  }

  /** The courier of one more node; it may know another house. */
  newCourier(house: House = this.house): Courier {
    const lookUp: LookUp = async (name) =>
      (this.names.get(name) ?? []).map((address) => ({ address, family: 4 }));
    return new Courier(house, { lookUp, random: () => 0, patience: PATIENCE_MS });
  }

  newWebhook(input: Partial<AddWebhookInput> = {}): Promise<NewWebhookView> {
    const { people } = this.world;
    const { address = this.receiver.url } = input;
    return newWebhook(this.house, people.manager.actor, people.teamId, { ...input, address });
  }

  /** What was received, as the JSON that it is. */
  get messages(): { id: string; type: string; at: string; data: Record<string, unknown> }[] {
    return this.receiver.received.map(({ body }) => JSON.parse(body));
  }
}

/** Before each test there is a fresh receiver and no webhook. */
export function useReceiver(world: Settled): ReceivingWorld {
  const receiving = new ReceivingWorld(world);
  beforeEach(async () => {
    await world.house.db.webhook.deleteMany();
    receiving.receiver = await new WebhookReceiver().start();
    receiving.courier = receiving.newCourier();
    receiving.names.clear();
  });
  afterEach(async () => {
    await receiving.courier.stop();
    await receiving.receiver.stop();
  });
  return receiving;
}
