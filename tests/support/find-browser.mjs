import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium to test with: installed, else Debian's package when we may install it, else
 * Playwright's own download. Returns its path, or why there is none.
 */
export function findBrowser() {
  return (
    installed() ??
    debian() ??
    downloaded() ?? { why: 'no Chromium here, and none could be installed' }
  );
}

/** A Chromium that is here already. */
export function installed() {
  const path = [process.env.CHROMIUM_PATH, ...known].find(
    (candidate) => candidate && existsSync(candidate),
  );
  return path && { path };
}

function debian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stdout.write('No Chromium here: installing Debian’s package.\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env });
  return installed();
}

function downloaded() {
  process.stdout.write('No Chromium here: downloading Playwright’s.\n');
  const cli = 'node_modules/@playwright/test/cli.js';
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'inherit',
  });
  if (status !== 0) return undefined;
  const script =
    "import { chromium } from '@playwright/test'; console.log(chromium.executablePath())";
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return existsSync(stdout.trim()) ? { path: stdout.trim() } : undefined;
}
