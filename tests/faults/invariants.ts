import { expect } from 'vitest';
import * as Y from 'yjs';
import { boardDocument, clientRoots, serverRoots } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { checksumOf } from '#server/sync/checksum.ts';
import { complaints } from '../support/print.ts';
import { stateBytes } from '../support/state-bytes.ts';
import { until } from '../support/sync.ts';

/** What the database alone says of a board. */
export interface StoredBoard {
  readonly doc: Y.Doc;
  readonly rows: number;
  /** Rows that hold the very bytes of another one: a commit whose answer was lost, stored again. */
  readonly doubled: number;
}

interface Row {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly checksum: Uint8Array;
}

/** Where the database is: a folder whose server has stopped, or a Postgres server. */
export type Place = { readonly dataDir: string } | { readonly databaseUrl: string };

/** Rebuilds a board from its rows, without any code of the engine; each row has to be whole. [SYNC-24] */
export async function readStored(place: Place, boardId: BoardId): Promise<StoredBoard> {
  const database = await openDatabase({ dataDir: '', ...place, log: complaints });
  try {
    const { prisma } = database;
    const [state] = await prisma.$queryRaw<Row[]>`
      SELECT s.seq, s.bytes, s.checksum FROM board_state s
      JOIN board b ON b.id = s.board_id AND b.epoch = s.epoch
      WHERE b.id = ${boardId} ORDER BY s.seq DESC LIMIT 1`;
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT u.seq, u.bytes, u.checksum FROM board_update u
      JOIN board b ON b.id = u.board_id AND b.epoch = u.epoch
      WHERE b.id = ${boardId} ORDER BY u.seq`;
    return rebuild(state, rows);
  } finally {
    await database.close();
  }
}

function rebuild(state: Row | undefined, rows: readonly Row[]): StoredBoard {
  const doc = new Y.Doc();
  const later = rows.filter(({ seq }) => seq > (state?.seq ?? 0));
  expect(later.map(({ seq }) => seq)).toEqual(later.map((_, at) => (state?.seq ?? 0) + 1 + at));
  for (const { seq, bytes, checksum } of state ? [state, ...later] : later) {
    expect(Buffer.compare(checksumOf(bytes), checksum), `checksum of seq ${seq}`).toBe(0);
    Y.applyUpdate(doc, bytes);
  }
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  const different = new Set(rows.map(({ bytes }) => Buffer.from(bytes).toString('base64')));
  return { doc, rows: rows.length, doubled: rows.length - different.size };
}

/** Resolves when all show the same; fails when they still differ after `ms`. [SYNC-26] */
export async function untilAlike(docs: readonly Y.Doc[], ms = 10_000): Promise<void> {
  await until('all replicas are alike', () => areAlike(docs), ms).catch(() => mustBeAlike(docs));
}

/** Content as canonical JSON and state as update bytes are equal everywhere. [SYNC-26] */
export function mustBeAlike(docs: readonly Y.Doc[]): void {
  const [first, ...others] = docs;
  if (!first) return;
  for (const other of others) {
    expect(differences(other, first), 'entries that differ').toEqual([]);
    expect(stateBytes(other).equals(stateBytes(first)), 'update bytes are equal').toBe(true);
  }
}

function areAlike(docs: readonly Y.Doc[]): boolean {
  const vectors = new Set(docs.map((doc) => Buffer.from(Y.encodeStateVector(doc)).toString('hex')));
  // Vectors say nothing of deletions, and cost a fraction of the comparison that does.
  return (
    vectors.size === 1 && new Set(docs.map((doc) => stateBytes(doc).toString('hex'))).size === 1
  );
}

/** The stored board holds each of these notes once, with the words that were written. */
export function mustHoldNotes({ doc }: StoredBoard, ids: Iterable<string>): void {
  const { records } = boardDocument(doc);
  const wrong = [...ids].filter((id) => String(records.get(id)?.get('p:text')) !== id);
  expect(wrong, 'lost, or with other words').toEqual([]);
}

/**
 * The server lived through it: nothing was rejected unheard, nothing threw uncaught, no room broke.
 *
 * @param expected messages of level error that this fault may cause
 */
export function mustBeUnhurt(output: string, expected: readonly string[] = []): void {
  const bad = output.split('\n').filter((line) => isBad(line, expected));
  expect(bad).toEqual([]);
}

const ERROR = 50; // pino's level

function isBad(line: string, expected: readonly string[]): boolean {
  if (!line.startsWith('{')) return /^\s+at |Error:|^Could not|^The database stopped/.test(line);
  const { level, msg } = JSON.parse(line) as { level: number; msg: string };
  return level > ERROR || (level === ERROR && !expected.includes(msg));
}

/** The entries whose content differs as canonical JSON, each with its root; one per entry, or a page of them would be shown. */
function differences(one: Y.Doc, other: Y.Doc): string[] {
  return [...serverRoots, ...clientRoots].flatMap((root) => {
    const [here, there] = [one.getMap(root), other.getMap(root)];
    const keys = new Set([...here.keys(), ...there.keys()]);
    return [...keys]
      .filter((key) => canonical(here, key) !== canonical(there, key)) //
      .map((key) => `${root}/${key}`);
  });
}

/** An entry as JSON with sorted keys. */
function canonical(root: Y.Map<unknown>, key: string): string | undefined {
  const value = root.get(key);
  return JSON.stringify(sorted(value instanceof Y.AbstractType ? value.toJSON() : value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
