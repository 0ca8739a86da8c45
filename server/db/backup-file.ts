import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Sequence, TextRow } from './copy-table.ts';
import { DatabaseError } from './errors.ts';
import type { Table } from './tables.ts';

/** One line of a backup, in this order: head, tables (each with its rows and its end), sequences, sum. */
export type BackupLine =
  | { readonly is: 'head'; readonly head: BackupHead }
  | { readonly is: 'table'; readonly table: Table }
  | { readonly is: 'rows'; readonly rows: readonly TextRow[] }
  | { readonly is: 'end'; readonly digest: string }
  | { readonly is: 'sequences'; readonly sequences: readonly Sequence[] }
  | { readonly is: 'sum'; readonly sha256: string };

export interface BackupHead {
  readonly format: 1;
  /** Version of ours that made it. */
  readonly app: string;
  readonly at: string;
  /** Names of the migrations that the database had. */
  readonly migrations: readonly string[];
  /** What signs sessions, where it was kept in the data directory. */
  readonly authSecret: string | null;
}

/** Writes a backup under another name, and gives it its own once it is whole and on disk. */
export class BackupWriter {
  private readonly sum = createHash('sha256');
  private readonly gzip = createGzip({ level: 6 });
  private readonly partial: string;
  private readonly written: Promise<void>;

  constructor(private readonly file: string) {
    this.partial = `${file}.partial`;
    const out = createWriteStream(this.partial, { mode: 0o600 });
    this.written = finished(this.gzip.pipe(out));
    // Whoever waits for the end hears; a failure before that ends the writing too.
    this.written.catch(() => undefined);
    out.on('error', (error) => this.gzip.destroy(error));
  }

  async write(line: BackupLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.sum.update(text);
    if (!this.gzip.write(text)) await once(this.gzip, 'drain');
  }

  async finish(): Promise<void> {
    const line: BackupLine = { is: 'sum', sha256: this.sum.digest('hex') };
    this.gzip.end(`${JSON.stringify(line)}\n`);
    await this.written;
    const handle = await open(this.partial, 'r');
    await handle.sync();
    await handle.close();
    await rename(this.partial, this.file);
  }

  async giveUp(): Promise<void> {
    this.gzip.destroy();
    await rm(this.partial, { force: true });
  }
}

/** The lines of a backup. Throws `backup-refused` where the file is none. */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  for await (const line of textLines(file)) yield JSON.parse(line) as BackupLine;
}

/**
 * Reads all of it once and compares its sum, before anything is written anywhere; returns its head.
 * Throws `backup-refused`.
 */
export async function checkBackup(file: string): Promise<BackupHead> {
  const sum = createHash('sha256');
  let head: BackupHead | undefined;
  let last = '';
  for await (const line of textLines(file)) {
    head ??= headOf(line);
    if (last !== '') sum.update(`${last}\n`);
    last = line;
  }
  if (!head) throw refused(`${file} is no backup of Verbeterbord.`);
  if (last !== JSON.stringify({ is: 'sum', sha256: sum.digest('hex') })) {
    throw refused(`${file} is damaged or cut off: its sum is not that of its content.`);
  }
  return head;
}

function headOf(line: string): BackupHead | undefined {
  try {
    const { is, head } = JSON.parse(line) as { is?: string; head?: BackupHead };
    return is === 'head' && head?.format === 1 ? head : undefined;
  } catch {
    return undefined;
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* createInterface({ input: source.pipe(gunzip), crlfDelay: Infinity });
    // A file that is cut off ends its lines without a word.
    if (gunzip.errored) throw gunzip.errored;
  } catch (error) {
    throw refused(`${file} cannot be read: ${String(error)}`, error);
  } finally {
    source.destroy();
  }
}

function refused(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('backup-refused', message, { cause });
}
