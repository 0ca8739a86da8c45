import { spawn } from 'node:child_process';
import { build, bundleEarlyLook, generateClient, isBuilt } from './build.mjs';

/**
 * What `npm start`, `npm run build`, `npm run dev`, `npm run db:export`, `npm run verify`, `npm run backup` and
 * `npm run restore` run. All but `dev` build
 * first when the build is missing or stale.
 */
const [mode = 'start', ...rest] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Verbeterbord needs Node.js 20.19 or newer; this is ${process.version}.\n`);
  process.exit(1);
}

switch (mode) {
  case 'start':
    if (!isBuilt()) await build();
    process.env.NODE_ENV = 'production';
    await import('../dist/main.js');
    break;
  case 'build':
    await build();
    break;
  case 'dev':
    await generateClient();
    await bundleEarlyLook();
    hand(
      ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
      'development',
    );
    break;
  case 'export':
    if (!isBuilt()) await build();
    hand(['dist/export-command.js', ...rest], 'production');
    break;
  case 'verify':
  case 'backup':
  case 'restore':
    if (!isBuilt()) await build();
    hand([`dist/${mode}-command.js`, ...rest], 'production');
    break;
  default:
    process.stderr.write(
      `There is no ${mode}: use start, build, dev, export, verify, backup or restore.\n`,
    );
    process.exit(1);
}

/** Leaves the rest to another program, which gets our signals and gives us its exit code. */
function hand(args, environment) {
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: environment },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
