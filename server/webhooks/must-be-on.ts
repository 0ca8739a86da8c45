import type { Webhook } from '../db/generated/client.ts';
import { Refusal } from '../refusal.ts';

/** Nothing is sent to a webhook that is off, so nothing is promised for it. */
export function mustBeOn({ offReason }: Pick<Webhook, 'offReason'>): void {
  if (offReason !== null) throw new Refusal('conflict', 'This webhook is off: switch it on first.');
}
