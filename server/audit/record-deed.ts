import type { Actor } from '../auth/actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { newId } from '../new-id.ts';

/** Writes who did what to which thing, in the transaction of the deed itself; `server` for what it does by the clock. */
export async function recordDeed(
  tx: Tx,
  actor: Actor | 'server',
  deed: string,
  subject: string,
  data: Prisma.InputJsonObject = {},
): Promise<void> {
  const who = actor === 'server' ? actor : actor.kind === 'nobody' ? 'nobody' : actor.id;
  await tx.audit.create({ data: { id: newId(), actor: who, deed, subject, data } });
}
