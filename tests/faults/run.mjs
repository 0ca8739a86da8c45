import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { format } from 'prettier';
import { build, isBuilt } from '../../server/build.mjs';
import { findBrowser } from '../support/find-browser.mjs';

/**
 * `npm run faults`: every fault in its full size, one after the other, and a table at the end, which
 * is kept in RESULTS.md. `npm run faults -- kill partition` runs some and keeps nothing; a size in
 * the environment goes before the one below.
 */
const faults = {
  kill: { KILLS: 50 },
  'postgres-kill': { KILLS: 50 },
  'confirm-kill': { KILLS: 20 },
  'database-gone': { GONE_SECONDS: 60 },
  'database-slow': { SLOW_SECONDS: 60 },
  'disk-full': { FULL_SECONDS: 30 },
  partition: { PARTITION_SECONDS: 600, EDITS: 5_000 },
  'unload-race': { RACES: 1_000 },
  'tab-closed': { TABS: 100 },
  'paused-node': { PAUSE_SECONDS: 30 },
  'rolling-restart': { ROLLS: 10 },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in faults));
if (unknown.length > 0) {
  process.stderr.write(`No such fault: ${unknown.join(', ')}. There are ${Object.keys(faults)}.\n`);
  process.exit(1);
}

if (!isBuilt()) await build();
const { path: CHROMIUM_PATH } = findBrowser();
const folder = 'test-results/faults';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const results = [];
for (const [name, sizes] of Object.entries(faults)) {
  if (asked.length === 0 || asked.includes(name)) results.push(...(await run(name, sizes)));
}
const table = tableOf(results);
process.stdout.write(`\n${table}\n`);
if (asked.length === 0) {
  const text = await format(page(table), { parser: 'markdown', printWidth: 100 });
  writeFileSync('tests/faults/RESULTS.md', text);
}
process.exit(results.every(({ status }) => status === 'passed') ? 0 : 1);

async function run(name, sizes) {
  const report = `${folder}/${name}.json`;
  const args = ['run', `tests/faults/${name}.test.ts`, '--reporter=default', '--reporter=json'];
  const env = { ...sizes, ...(CHROMIUM_PATH ? { CHROMIUM_PATH } : {}), ...process.env };
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', ...args, `--outputFile.json=${report}`],
    { stdio: 'inherit', env },
  );
  await new Promise((done) => child.once('close', done));
  return readReport(name, report);
}

function readReport(name, report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    return [{ title: name, status: 'failed', failureMessages: ['it left no report'], meta: {} }];
  }
}

function tableOf(rows) {
  const lines = rows.map(({ title, status, failureMessages, meta, duration }) => {
    const { tried, seen } = meta.fault ?? { tried: title, seen: [] };
    const [why = ''] = (failureMessages[0] ?? '').split('\n');
    const result = status === 'failed' ? `failed: ${why}` : status.replace('pending', 'left out');
    const seconds = Math.round((duration ?? 0) / 1_000);
    return `| ${[tried, seen.join('; '), result, `${seconds} s`].map(cell).join(' | ')} |`;
  });
  return ['| tried | seen | result | time |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function page(table) {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const day = new Date().toISOString().slice(0, 10);
  return `# Faults

What \`npm run faults\` tried and saw on ${day}, on ${machine}, Node ${process.version}, with the
server, the databases and everybody who writes on that one machine. After each fault: content as
canonical JSON and update bytes are equal on all replicas and on a document rebuilt from the database
alone, what was called saved is stored, no row is stored twice, and the log of the server holds no
crash.

${table}
`;
}
