import * as z from 'zod/mini';
import { commentView } from './comments.ts';
import { helpRequestView, helpView } from './help.ts';
import { measureView, readingView } from './measures.ts';
import { id, moment, person } from './problem.ts';
import { reviewView } from './reviews.ts';
import { snapshotView } from './snapshots.ts';
import { taskView } from './tasks.ts';

/** What a webhook can be told of, each with what the message holds under `data`. [HOOK-2] */
export const webhookData = {
  'task.confirmed': taskView,
  'task.changed': taskView,
  'task.declined': taskView,
  'task.effect_checked': taskView,
  'task.commented': commentView,
  'measure.added': measureView,
  'measure.changed': measureView,
  'reading.added': z.extend(readingView, { measureId: id }),
  'snapshot.taken': snapshotView,
  'snapshot.reviewed': z.extend(reviewView, { snapshotId: id }),
  'review.replied': z.extend(reviewView, { snapshotId: id }),
  'help.asked': helpRequestView,
  'help.answered': helpRequestView,
  'help.changed': helpView,
} as const;
export type WebhookEvent = keyof typeof webhookData;
export type WebhookData<E extends WebhookEvent> = z.input<(typeof webhookData)[E]>;
export const webhookEvents = Object.keys(webhookData) as [WebhookEvent, ...WebhookEvent[]];

/** The type of the message that is sent to try a webhook out; nobody has to ask for it. */
export const TEST_EVENT = 'webhook.test';

const address = z
  .string()
  .check(
    z.trim(),
    z.maxLength(2048),
    z.refine(isPlainAddress, 'must be an address that starts with https:// and holds no password'),
  );

const events = z.pipe(
  z.array(z.enum(webhookEvents)).check(z.minLength(1), z.maxLength(50)),
  z.transform((given) => webhookEvents.filter((event) => given.includes(event))),
);

export const addWebhookInput = z.strictObject({ address, events });
export type AddWebhookInput = z.infer<typeof addWebhookInput>;

export const changeWebhookInput = z.strictObject({
  address: z.optional(address),
  events: z.optional(events),
  /** Off: nothing is told, and what happens meanwhile is not told later. */
  on: z.optional(z.boolean()),
});
export type ChangeWebhookInput = z.infer<typeof changeWebhookInput>;

export const offReasons = ['by_hand', 'failing', 'gone', 'keeper_gone'] as const;

export const webhookView = z.object({
  id,
  teamId: id,
  address: z.string(),
  events: z.array(z.string()),
  /** Null while it is on. */
  offReason: z.nullable(z.enum(offReasons)),
  /** The first failure after which nothing was delivered; null while all is well. */
  failingSince: z.nullable(moment),
  createdBy: person,
  /** Who answers for it: its maker, or whoever switched it on after they left. */
  keptBy: person,
  createdAt: moment,
});
export type WebhookView = z.infer<typeof webhookView>;
/** The secret is in this answer and never again. */
export const newWebhookView = z.extend(webhookView, { secret: z.string() });
export type NewWebhookView = z.infer<typeof newWebhookView>;

export const deliveryStates = ['waiting', 'delivered', 'given_up', 'dropped'] as const;

/** One time that it was tried. */
export const attemptView = z.object({
  at: moment,
  /** Milliseconds. */
  took: z.int(),
  address: z.string(),
  headers: z.record(z.string(), z.string()),
  /** Of the answer; null when there was none. */
  status: z.nullable(z.int()),
  /** The first 2 KB of the answer's body. */
  answer: z.nullable(z.string()),
  /** Why there was no answer. */
  failure: z.nullable(z.string()),
});

export const deliveryView = z.object({
  id,
  webhookId: id,
  type: z.string(),
  state: z.enum(deliveryStates),
  createdAt: moment,
  /** When it is tried next; null when it is not. */
  nextAt: z.nullable(moment),
  /** The JSON that is sent, as text: the signature is over these bytes. */
  body: z.string(),
  /** Newest first. */
  attempts: z.array(attemptView),
});
export type DeliveryView = z.infer<typeof deliveryView>;

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['https:', 'http:'].includes(protocol) && username === '' && password === '';
}
