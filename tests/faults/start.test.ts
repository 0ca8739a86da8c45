import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';

const dataDirs: string[] = [];

afterAll(async () => {
  for (const dataDir of dataDirs) await removeDataDir(dataDir);
});

/** A data directory that was used before, so that a start takes a moment only. */
async function usedFolder(): Promise<string> {
  const dataDir = await copyDataDirTemplate();
  dataDirs.push(dataDir);
  return dataDir;
}

async function emptyFolder(): Promise<string> {
  const dataDir = await newDataDir();
  dataDirs.push(dataDir);
  return dataDir;
}

/** What a start that fails prints, and that it ends with 1. */
async function failure(options: Parameters<typeof startApp>[0]): Promise<string> {
  const error: unknown = await startApp(options).then(
    (app) => app.stop().then(() => new Error('it started')),
    (reason: unknown) => reason,
  );
  const [first = '', ...lines] = (error as Error).message.trim().split('\n');
  expect(first).toBe('ended with 1:');
  return lines.join('\n');
}

it.each([
  ['PORT', 'eighty'],
  ['PUBLIC_URL', 'board.example.org'],
  ['DATABASE_URL', 'mysql://localhost/board'],
  ['AUTH_SECRET', 'short'],
  ['SMTP_URL', 'mail.example.org'],
  ['LOG_LEVEL', 'loud'],
])('a wrong %s stops the start with one line that names it', async (name, value) => {
  const dataDir = await emptyFolder();
  const printed = await failure({ dataDir, env: { [name]: value } });
  expect(printed).toContain(name);
  expect(printed.split('\n')).toHaveLength(1);
  expect(await readdir(dataDir)).toEqual([]);
});

it('a second process on the same DATA_DIR is refused with one line', async () => {
  const dataDir = await usedFolder();
  const app = await startApp({ dataDir });
  const printed = await failure({ dataDir });
  expect(printed).toContain(dataDir);
  expect(printed.split('\n')).toHaveLength(1);
  await app.stop();
});

it('a damaged DATA_DIR says what is wrong and changes nothing', async () => {
  const dataDir = await usedFolder();
  const app = await startApp({ dataDir });
  await app.stop();
  const version = join(dataDir, 'db', 'PG_VERSION');
  expect(existsSync(version)).toBe(true);
  await writeFile(version, 'not a version');
  const before = await digest(join(dataDir, 'db'));
  const printed = await failure({ dataDir });
  expect(printed).toContain(join(dataDir, 'db'));
  expect(await digest(join(dataDir, 'db'))).toBe(before);
});

it('keeps the secret that signs sessions to itself', async () => {
  const dataDir = await usedFolder();
  const app = await startApp({ dataDir });
  const { mode } = await stat(join(dataDir, 'auth-secret'));
  expect((mode & 0o777).toString(8)).toBe('600');
  await app.stop();
});

it('stops in good order when asked to', async () => {
  const app = await startApp({ dataDir: await usedFolder() });
  expect(await app.stop()).toBe(0);
});

async function digest(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(root, { recursive: true })).sort();
  for (const file of files) {
    const path = join(root, file);
    if ((await stat(path)).isFile()) hash.update(file).update(await readFile(path));
  }
  return hash.digest('hex');
}
