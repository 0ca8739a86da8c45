import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, generateClient, isBuilt } from '../server/build.mjs';
import { findBrowser } from './support/find-browser.mjs';

/**
 * `npm test`: types, lint, unit and integration tests, then the browser tests on a production build.
 * Ends with one line on what ran and what was left out; leaving out is a failure when CI=true.
 */
const started = Date.now();
const leftOut = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

await generateClient();
await step('types', () =>
  node('node_modules/next/dist/bin/next', ['typegen']).then(() =>
    node('node_modules/typescript/bin/tsc', ['--noEmit']),
  ),
);
await step('lint', () => node('node_modules/eslint/bin/eslint.js', ['.']));
await step('format', () =>
  node('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
);
await step('migrations', () =>
  node('node_modules/prisma/build/index.js', [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  ]),
);
if (!isBuilt()) await step('build', build);
await step('unit and integration tests', unitTests);
await step('browser tests', browserTests);
finish();

async function unitTests() {
  const report = 'test-results/vitest.json';
  await node('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]).finally(() => {
    if (!existsSync(report)) return;
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    count(numPassedTests, numFailedTests, numPendingTests);
    if (numPendingTests > 0)
      leftOut.push(`${numPendingTests} tests (those that need PostgreSQL when none is reachable)`);
  });
}

async function browserTests() {
  const browser = findBrowser();
  if (!browser.path) {
    leftOut.push(`browser tests (${browser.why})`);
    return;
  }
  // Playwright reads a relative path from where its configuration lies.
  const report = resolve('test-results/playwright.json');
  const env = { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  await node(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'tests/e2e/playwright.config.ts'],
    env,
  ).finally(() => {
    if (!existsSync(report)) return;
    const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
    count(expected + flaky, unexpected, skipped);
    if (skipped > 0) leftOut.push(`${skipped} browser tests`);
  });
}

function count(passed, failed, skipped) {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
}

async function step(name, run) {
  const begun = Date.now();
  process.stdout.write(`\n== ${name}\n`);
  try {
    await run();
  } catch (error) {
    failures.push(name);
    process.stdout.write(`${error.message}\n`);
  }
  process.stdout.write(`== ${name}: ${Math.round((Date.now() - begun) / 1000)} s\n`);
}

function node(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`)),
    );
  });
}

function finish() {
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  const ran = 'Ran types, lint, format, migrations, unit, integration and browser tests';
  const without = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '; left out nothing';
  const strict = process.env.CI === 'true' && leftOut.length > 0;
  process.stdout.write(`\n${ran} in ${minutes} min${without}.\n`);
  if (failures.length > 0) process.stdout.write(`Failed: ${failures.join(', ')}.\n`);
  if (strict) process.stdout.write('Leaving tests out counts as a failure because CI=true.\n');
  process.stdout.write(
    `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  );
  process.exit(failures.length > 0 || strict ? 1 : 0);
}
