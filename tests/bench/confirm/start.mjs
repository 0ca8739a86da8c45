import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { build, isBuilt } from '../../../server/build.mjs';

/**
 * `npm run bench:confirm [-- --every 0]`: 1,000 confirmations by 20 people, on the embedded
 * database, and on PostgreSQL too when DATABASE_URL names a server on which databases may be made.
 */
const bundle = 'dist/bench-confirm';

if (!isBuilt()) await build();
mkdirSync(bundle, { recursive: true });
await esbuild.build({
  entryPoints: { run: 'tests/bench/confirm/run.ts' },
  outdir: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
});
// Runs as a worker thread, from beside the bundle.
copyFileSync('server/db/embedded-worker.mjs', join(bundle, 'embedded-worker.mjs'));
const { status } = spawnSync(process.execPath, [join(bundle, 'run.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
