import type { Prisma } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';

/** Ends links in the transaction of what ends them, so that none works again when that is undone. [SHARE-5] */
export async function endSharesWith(
  tx: Tx,
  where: Prisma.ShareLinkWhereInput,
  now: Date,
): Promise<void> {
  await tx.shareLink.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: now } });
}
