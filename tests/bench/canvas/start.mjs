import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { build, isBuilt } from '../../../server/build.mjs';
import { findBrowser } from '../../support/find-browser.mjs';
import { bundleStock } from './bundle-stock.mjs';

/**
 * `npm run bench:canvas [-- --rounds 1]`: this product beside stock tldraw in the same browser;
 * `-- --only javascript`: the bytes of script that each loads, and nothing else.
 */
const bundle = 'dist/bench-canvas';

if (!isBuilt()) await build();
const { path, why } = findBrowser();
if (!path) throw new Error(why);
mkdirSync(bundle, { recursive: true });
await esbuild.build({
  entryPoints: { run: 'tests/bench/canvas/run.ts' },
  outdir: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
});
await bundleStock(bundle);
const { status } = spawnSync(process.execPath, [join(bundle, 'run.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Without a screen tldraw's store tells of changes only when it is told that this is a test.
  env: { ...process.env, NODE_ENV: 'test', CHROMIUM_PATH: path },
});
process.exit(status ?? 1);
