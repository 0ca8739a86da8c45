import type { PrismaClient } from '../db/generated/client.ts';
import { unpackOnto } from '../snapshots/pack-content.ts';
import { contentHash } from '../snapshots/stored-content.ts';
import type { Find } from './finding.ts';

interface Link {
  readonly hash: string;
  readonly base: string | null;
}

/**
 * Puts every content of a board's snapshots together and compares it with its hash, each once: what
 * builds on a content is looked at while that is at hand.
 */
export async function verifyContents(db: PrismaClient, boardId: string, find: Find): Promise<void> {
  const links: Link[] = await db.snapshotContent.findMany({
    where: { boardId },
    select: { hash: true, base: true },
    orderBy: { hash: 'asc' },
  });
  const seen = new Set<string>();
  const open = onBase(links, null).map((link) => ({
    link,
    base: undefined as Uint8Array | undefined,
  }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { hash } = next.link;
    seen.add(hash);
    const content = await readContent(db, boardId, hash, next.base);
    if (content) open.push(...onBase(links, hash).map((link) => ({ link, base: content })));
    else find(`content ${hash}`, 'it does not come back as its hash says');
  }
  for (const { hash } of links) {
    if (!seen.has(hash)) find(`content ${hash}`, 'what it builds on is damaged or not there');
  }
}

function onBase(links: readonly Link[], base: string | null): Link[] {
  return links.filter((link) => link.base === base);
}

async function readContent(
  db: PrismaClient,
  boardId: string,
  hash: string,
  base: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const row = await db.snapshotContent.findUniqueOrThrow({
    where: { boardId_hash: { boardId, hash } },
  });
  try {
    const content = unpackOnto(base, row);
    return contentHash(content) === hash ? content : undefined;
  } catch {
    return undefined;
  }
}
