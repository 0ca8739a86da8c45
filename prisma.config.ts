import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma's commands want a schema engine binary that is downloaded on first use. Ours speaks the same protocol from
// npm packages alone, so that every command works without a download. Windows cannot start a script as a program and
// keeps the download.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL('./prisma/schema-engine.mjs', import.meta.url),
  );
}
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // The host name `pglite` is a throw-away database in memory (prisma/schema-engine.mjs): migrations are written
  // without any server.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://pglite/verbeterbord' },
});
