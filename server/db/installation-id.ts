import { createHash } from 'node:crypto';
import type { PrismaClient } from './generated/client.ts';

/**
 * Names the installation that this database holds: the same on all of its nodes, whatever address
 * they reach it by. A copy under another name or on another server counts as another installation.
 */
export async function installationId(prisma: Pick<PrismaClient, '$queryRaw'>): Promise<string> {
  const [row] = await prisma.$queryRaw<{ name: string; oid: string; first: string }[]>`
    SELECT current_database()::text AS name,
           (SELECT oid::text FROM pg_database WHERE datname = current_database()) AS oid,
           (SELECT id FROM _prisma_migrations ORDER BY started_at, migration_name LIMIT 1) AS first`;
  return createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16);
}
