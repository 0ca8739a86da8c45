import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { generateClient } from '../../server/build.mjs';

/**
 * `npm run bench:sync [-- --quick] [-- --only fanout]`: installs the peers once, bundles our server
 * as production does, and measures.
 */
const peers = 'tests/bench/peers';
const bundle = 'dist/bench';

if (!existsSync('server/db/generated')) await generateClient();
installPeers();
await bundleAll();
const { status } = spawnSync(process.execPath, [join(bundle, 'run.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);

/** The peers are no part of the product: a folder of their own, with a lock file of its own. */
function installPeers() {
  const lock = readFileSync(join(peers, 'package-lock.json'), 'utf8');
  const stamp = join(peers, 'node_modules/.bench-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stdout.write('Installing the peers; compiling SQLite takes about two minutes.\n');
  const { status } = spawnSync('npm', ['ci', '--prefix', peers, '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    env: { ...process.env, ...headers() },
  });
  if (status !== 0) throw new Error('the peers could not be installed');
  writeFileSync(stamp, lock);
}

/** Node's own headers, where they came with it: what has to be compiled then needs no download. */
function headers() {
  const home = dirname(dirname(process.execPath));
  return existsSync(join(home, 'include/node/node.h')) ? { npm_config_nodedir: home } : {};
}

async function bundleAll() {
  mkdirSync(bundle, { recursive: true });
  await esbuild.build({
    entryPoints: {
      run: 'tests/bench/run.ts',
      load: 'tests/bench/load/main.ts',
      ours: 'tests/bench/ours/main.ts',
      'document-worker': 'server/sync/document-worker.ts',
      'attempt-worker': 'server/sync/attempt-worker.ts',
    },
    outdir: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
  });
  // Runs as a worker thread, from beside the bundle.
  copyFileSync('server/db/embedded-worker.mjs', join(bundle, 'embedded-worker.mjs'));
}
