import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#server/db/open-database.ts';
import { emptyDataDir } from '#tests/support/data-dir.ts';
import { copyDataDirTemplate } from '#tests/support/data-dir-template.ts';
import { rememberLines } from './lines.ts';

/** Gives a file's new content from its old one; undefined takes the file or folder away. */
type Change = (content: Buffer) => Buffer | string | undefined;
type Damage = [name: string, path: string, change: Change, says: RegExp];

const gone: Change = () => undefined;
const empty: Change = () => '';
const garbage: Change = (content) => Buffer.alloc(content.length, 'garbage');
const half: Change = (content) => content.subarray(0, content.length / 2);
const odd: Change = (content) => content.subarray(0, content.length - 1000);

const damages: Damage[] = [
  ['no PG_VERSION', 'PG_VERSION', gone, /PG_VERSION is missing/],
  ['garbage for a version', 'PG_VERSION', garbage, /PG_VERSION does not hold/],
  ['another Postgres', 'PG_VERSION', () => '15\n', /made by Postgres 15, and this .* needs 18/],
  ['a missing folder', 'pg_xact', gone, /the folder pg_xact is missing/],
  ['garbage for pg_control', 'global/pg_control', garbage, /global\/pg_control is not readable/],
  ['an empty pg_control', 'global/pg_control', empty, /global\/pg_control is not readable/],
  ['no pg_control', 'global/pg_control', gone, /global\/pg_control/],
  ['a log that is cut off', 'pg_wal/*', half, /pg_wal\/\w+ is missing or cut off/],
  ['a log that is gone', 'pg_wal/*', gone, /pg_wal\/\w+ is missing or cut off/],
  ['an empty catalog', 'base/5/1259', empty, /base\/5\/1259 is missing or empty/],
  ['garbage for a catalog', 'base/5/1249', garbage, /base\/5\/1249 holds something else/],
  ['a table that is cut off', 'base/5/2608', odd, /base\/5\/2608 is cut off/],
  ['garbage for a map', 'base/5/pg_filenode.map', garbage, /pg_filenode.map is not readable/],
];

describe('a damaged data directory', () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await copyDataDirTemplate();
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it.each(damages)('%s: is refused and left as it is', async (_name, path, change, says) => {
    const undo = damage(dataDir, path, change);
    const before = fingerprint(dataDir);
    await expect(openDatabase({ dataDir, log: rememberLines() })).rejects.toThrow(
      expect.objectContaining({ code: 'data-dir-damaged', message: expect.stringMatching(says) }),
    );
    expect(fingerprint(dataDir)).toEqual(before);
    undo();
  });

  it('is not one where all of that was put right', async () => {
    const database = await openDatabase({ dataDir, log: rememberLines() });
    await database.ping();
    await database.close();
  });

  it('is named in one line', async () => {
    const dataDir = await emptyDataDir();
    mkdirSync(join(dataDir, 'db'));
    writeFileSync(join(dataDir, 'db', 'notes.txt'), 'somebody else’s');
    await expect(openDatabase({ dataDir, log: rememberLines() })).rejects.toThrow(
      `The database in ${join(dataDir, 'db')} is damaged or is not ours, and was left as it is: PG_VERSION is missing.`,
    );
  });

  it('is not one that is empty', { timeout: 30_000 }, async () => {
    const dataDir = await emptyDataDir();
    mkdirSync(join(dataDir, 'db'));
    const database = await openDatabase({ dataDir, log: rememberLines() });
    await database.ping();
    await database.close();
  });

  it('is not one where a file stands in the way', async () => {
    const dataDir = join(await emptyDataDir(), 'file');
    writeFileSync(dataDir, 'mine');
    await expect(openDatabase({ dataDir, log: rememberLines() })).rejects.toThrow(
      expect.objectContaining({ code: 'data-dir-unusable' }),
    );
    expect(readFileSync(dataDir, 'utf8')).toBe('mine');
  });
});

function walFile(dataDir: string): string {
  const files = readdirSync(join(dataDir, 'db/pg_wal'));
  return files.find((name) => /^[0-9A-F]{24}$/.test(name)) ?? '';
}

/** @returns puts it back */
function damage(dataDir: string, path: string, change: Change): () => void {
  const target = join(
    dataDir,
    'db',
    path.replace('*', () => walFile(dataDir)),
  );
  const saved = join(dataDir, 'saved');
  const content = change(statSync(target).isFile() ? readFileSync(target) : Buffer.alloc(0));
  renameSync(target, saved);
  if (content !== undefined) writeFileSync(target, content);
  return () => {
    rmSync(target, { force: true });
    renameSync(saved, target);
  };
}

/** Every file's path, mode, time of change and content. */
function fingerprint(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mode, mtimeMs } = statSync(path);
      const content = entry.isFile() ? readFileSync(path) : '';
      const hash = createHash('sha256').update(content).digest('hex');
      return `${path} ${mode} ${mtimeMs} ${hash}`;
    })
    .sort();
}
