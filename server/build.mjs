import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

/** What a build is made of; a change in any of it makes the build stale. */
const sources = [
  ...['app', 'board', 'components', 'messages', 'prisma', 'public', 'server'],
  ...[
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ],
];
const stamp = 'dist/built';

/** True when the last build was made of just these sources. */
export function isBuilt() {
  const made = [
    stamp,
    'dist/main.js',
    'dist/document-worker.js',
    'dist/attempt-worker.js',
    'dist/snapshot-worker.js',
    'dist/picture-worker.js',
    'dist/early-look.js',
    '.next/BUILD_ID',
  ];
  return made.every((file) => existsSync(file)) && readFileSync(stamp, 'utf8') === digest();
}

/** Makes the database client, the server and the pages; says what it is doing. Exits on failure. */
export async function build() {
  const before = digest();
  const started = Date.now();
  say(1, 'the database client');
  await generateClient();
  say(2, 'the server');
  await bundleServer();
  say(3, 'the pages; this takes about a minute');
  await run('node_modules/next/dist/bin/next', ['build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  compressStatic();
  writeFileSync(stamp, before);
  process.stdout.write(`Built in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** Writes the Prisma client; needed before types, tests and bundles. */
export async function generateClient() {
  await run('node_modules/prisma/build/index.js', ['generate'], {
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
}

/** Compresses what browsers load once, here, and not for each of them anew. */
function compressStatic() {
  const worth = /\.(js|css|json|svg)$/;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  for (const file of filesUnder('.next/static').filter((name) => worth.test(name))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes));
  }
}

async function bundleServer() {
  mkdirSync('dist', { recursive: true });
  await esbuild.build({
    entryPoints: {
      main: 'server/main.ts',
      'export-command': 'server/db/export-command.ts',
      'verify-command': 'server/verify/verify-command.ts',
      'backup-command': 'server/backup/backup-command.ts',
      'restore-command': 'server/backup/restore-command.ts',
      // Run as worker threads, which find them beside the bundle.
      'document-worker': 'server/sync/document-worker.ts',
      'attempt-worker': 'server/sync/attempt-worker.ts',
      'snapshot-worker': 'server/snapshots/snapshot-worker.ts',
      'picture-worker': 'server/drawing/picture-worker.ts',
    },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    plugins: [ownImports],
  });
  await bundleEarlyLook();
  // Runs as a worker thread, from beside the bundle.
  copyFileSync('server/db/embedded-worker.mjs', 'dist/embedded-worker.mjs');
}

/** The script that shows a board before its page has loaded; it is put into that page. */
export async function bundleEarlyLook() {
  await esbuild.build({
    entryPoints: ['components/board/early-look.ts'],
    outfile: 'dist/early-look.js',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    plugins: [ownImports],
  });
}

/** Bundles our own files, `#board/…` among them, and leaves packages where they are installed. */
const ownImports = {
  name: 'own-imports',
  setup({ onResolve }) {
    onResolve({ filter: /^#/ }, ({ path }) => ({ path: join(process.cwd(), path.slice(1)) }));
    onResolve({ filter: /^[^.#/]/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { external: true },
    );
  },
};

function digest() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function say(step, what) {
  process.stdout.write(`Building ${step}/3: ${what}\n`);
}

/** Runs a script of an installed package; its output is shown only when it fails. */
async function run(script, args, env) {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const code = await new Promise((done) => child.on('close', done));
  if (code === 0) return;
  process.stderr.write(
    `${output}\nThe build stopped: ${[script, ...args].join(' ')} ended with ${code}.\n`,
  );
  process.exit(1);
}
