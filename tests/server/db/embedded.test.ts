import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Embedded, openEmbedded } from '#server/db/embedded.ts';
import { vacuum, walSinceCheckpoint } from '#server/db/maintenance.ts';
import { closedDataDir, emptyDataDir } from '#tests/support/data-dir.ts';
import { startChild } from './child.ts';
import { rememberLines } from './lines.ts';

describe('openEmbedded', { timeout: 60_000 }, () => {
  it('makes a database that nobody else on the machine can read', async () => {
    const dataDir = await emptyDataDir();
    // What a kill during the first start leaves behind.
    mkdirSync(join(dataDir, 'db.new'));
    writeFileSync(join(dataDir, 'db.new', 'PG_VERSION'), '18\n');
    const { pool } = await open(dataDir);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect(statSync(join(dataDir, 'db')).mode & 0o777).toBe(0o700);
  });

  it('refuses a second process, and says which one has it', async () => {
    const dataDir = await closedDataDir();
    await open(dataDir);
    const second = startChild('./hold-database.ts', [dataDir]);
    expect(await second.ended()).toBe(1);
    expect(second.lines).toEqual([
      `data-dir-in-use: DATA_DIR ${dataDir} is in use by process ${process.pid}.`,
    ]);
  });

  it('opens although a kill left an empty postmaster.pid', async () => {
    const dataDir = await closedDataDir();
    writeFileSync(join(dataDir, 'db', 'postmaster.pid'), '');
    const { pool } = await open(dataDir);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('syncs to disk before it acknowledges a commit, and not for a read', async () => {
    const { pool, fsyncs } = await open(await closedDataDir());
    await pool.query("INSERT INTO organisation (id, name) VALUES ('before', '')");
    for (let i = 0; i < 20; i++) {
      const before = await fsyncs();
      await pool.query('INSERT INTO organisation (id, name) VALUES ($1, $2)', [`o${i}`, '']);
      expect(await fsyncs()).toBeGreaterThan(before);
    }
    const before = await fsyncs();
    for (let i = 0; i < 20; i++) await pool.query('SELECT * FROM organisation');
    expect(await fsyncs()).toBe(before);
  });

  it('gives a new connection a clean session', async () => {
    const { pool } = await open(await closedDataDir());
    const client = await pool.connect();
    await client.query("SET search_path = 'elsewhere'");
    await client.query('BEGIN');
    await client.query("INSERT INTO public.organisation (id, name) VALUES ('lost', '')");
    client.release(new Error('the connection broke'));
    expect((await pool.query('SELECT * FROM organisation')).rows).toEqual([]);
  });

  it('keeps its log short and its tables tidy', async () => {
    const { pool } = await open(await closedDataDir());
    await pool.query(
      "INSERT INTO organisation (id, name) SELECT n::text, repeat('x', 1000) FROM generate_series(1, 2000) n",
    );
    expect(await walSinceCheckpoint(pool)).toBeGreaterThan(2_000_000);
    await pool.query('CHECKPOINT');
    expect(await walSinceCheckpoint(pool)).toBeLessThan(8192);
    await expect(vacuum(pool)).resolves.toBeUndefined();
  });

  it('answers large and many queries at once', async () => {
    const { pool } = await open(await closedDataDir());
    const large = Buffer.alloc(5_000_000, 7);
    const [first, ...rest] = await Promise.all([
      pool.query<{ bytes: Buffer }>('SELECT $1::bytea AS bytes', [large]),
      ...Array.from({ length: 50 }, (_, n) =>
        pool.query<{ n: number }>('SELECT $1::int AS n', [n]),
      ),
    ]);
    expect(first.rows[0]?.bytes.equals(large)).toBe(true);
    expect(rest.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('says so, once, when Postgres gives up, and rejects everything asked of it', async () => {
    const dataDir = await closedDataDir();
    const lost: string[] = [];
    const onLost = (error: Error) => void lost.push(error.message);
    const { pool, close } = await openEmbedded({ dataDir, log: rememberLines(), onLost });
    await pool.query('SELECT 1');
    rmSync(join(dataDir, 'db', 'global', 'pg_control'));
    const pending = [pool.query('CHECKPOINT'), pool.query('SELECT 1')];
    for (const query of pending) await expect(query).rejects.toThrow();
    await expect(pool.query('SELECT 1')).rejects.toThrow(/^The embedded database is gone/);
    expect(lost).toEqual([expect.stringMatching(/PANIC:.*pg_control/)]);
    await close();
  });

  it('goes on after a wrong query', async () => {
    const { pool } = await open(await closedDataDir());
    await expect(pool.query('SELECT nonsense')).rejects.toThrow(/nonsense/);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

async function open(dataDir: string): Promise<Embedded> {
  const log = rememberLines();
  const embedded = await openEmbedded({
    dataDir,
    log,
    onLost: (error) => log.error(error.message),
  });
  onTestFinished(async () => {
    await embedded.close();
    expect(log.lines).toEqual([]);
  });
  return embedded;
}
