import { spawn } from 'node:child_process';
import { build, isBuilt } from './build.mjs';

/**
 * `npm start` (builds first when the build is missing or stale), `npm run build`, `npm run dev`.
 */
const mode = process.argv[2] ?? 'start';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Verbeterbord needs Node.js 20.19 or newer; this is ${process.version}.\n`);
  process.exit(1);
}

if (mode === 'dev') await develop();
else {
  if (mode === 'build' || !isBuilt()) await build();
  if (mode === 'start') await serve();
}

async function serve() {
  process.env.NODE_ENV = 'production';
  await import('../dist/main.js');
}

async function develop() {
  const { generateClient } = await import('./build.mjs');
  await generateClient();
  const args = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'];
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}
