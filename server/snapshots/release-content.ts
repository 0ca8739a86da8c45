import type { Tx } from '../house.ts';
import { readChain } from './content-rows.ts';
import type { SnapshotWork } from './snapshot-work.ts';
import { contentChecksum } from './stored-content.ts';

/**
 * Deletes a content that no snapshot has any more. What built on it is built on what that built on:
 * the same content, kept in another way. [SNAP-7]
 */
export async function releaseContent(
  tx: Tx,
  work: SnapshotWork,
  boardId: string,
  hash: string,
): Promise<void> {
  const having = { OR: [{ stateHash: hash }, { documentHash: hash }] };
  if (await tx.snapshot.findFirst({ where: { boardId, goneAt: null, ...having } })) return;
  const building = await tx.snapshotContent.findMany({
    where: { boardId, base: hash },
    select: { hash: true },
  });
  for (const child of building) await rebase(tx, work, boardId, child.hash);
  await tx.snapshotContent.deleteMany({ where: { boardId, hash } });
}

async function rebase(tx: Tx, work: SnapshotWork, boardId: string, hash: string): Promise<void> {
  const chain = await readChain(tx, boardId, hash);
  const below = chain.slice(0, -2);
  const content = await work.repack({ chain, base: below.length > 0 ? below : undefined });
  const { form, base, step, spent, bytes } = content;
  await tx.snapshotContent.update({
    where: { boardId_hash: { boardId, hash } },
    data: {
      ...{ form, base, step, spent },
      bytes: Uint8Array.from(bytes),
      checksum: contentChecksum(content),
    },
  });
}
