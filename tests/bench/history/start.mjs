import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { build, isBuilt } from '../../../server/build.mjs';

/**
 * `npm run bench:history [-- --scale 0.1]`: what snapshots and the history of a board cost, on the
 * embedded database, and on PostgreSQL too when DATABASE_URL names a server on which databases may be
 * made. A scale below 1 shrinks board, people and history alike; limits are meant for 1.
 */
const bundle = 'dist/bench-history';

if (!isBuilt()) await build();
mkdirSync(bundle, { recursive: true });
await esbuild.build({
  entryPoints: {
    run: 'tests/bench/history/run.ts',
    'draw-server': 'tests/bench/history/draw-server.ts',
    // Run as worker threads, which find them beside the bundle.
    'document-worker': 'server/sync/document-worker.ts',
    'attempt-worker': 'server/sync/attempt-worker.ts',
    'snapshot-worker': 'server/snapshots/snapshot-worker.ts',
  },
  outdir: bundle,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
});
copyFileSync('server/db/embedded-worker.mjs', join(bundle, 'embedded-worker.mjs'));
const { status } = spawnSync(process.execPath, [join(bundle, 'run.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
