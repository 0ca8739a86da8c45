import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { FlatRecord } from '#board/flat-record.ts';
import { canonicalJson } from '#board/canonical-json.ts';
import { diffDocument } from '#server/sync/diff-document.ts';
import { foldDocument } from '#server/sync/fold-document.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 12);

vi.mock('#board/canonical-json.ts', { spy: true });
afterEach(() => vi.mocked(canonicalJson).mockReset());

test(`[SYNC-36] a folded board says what its parts say, and so does what is new in it (seed ${SEED})`, () => {
  for (let round = 0; round < ROUNDS; round++) {
    const random = seededRandom(SEED + round);
    const { updates, behind } = someSession(random);
    const cut = Math.floor(random() * updates.length);
    const state = cut > 0 ? foldDocument({ rows: updates.slice(0, cut) }).state : undefined;
    const rows = inRows(updates.slice(cut), random);
    const whole = replayed(...updates);
    const folded = foldDocument({ state, rows });
    const copy = replayed(folded.state);
    expect(canonicalJson(copy)).toBe(canonicalJson(whole));
    expect(folded.vector).toEqual(Y.encodeStateVector(whole));
    for (const { held, vector } of behind) {
      const caughtUp = replayed(held, diffDocument({ state, rows, vector }));
      expect(canonicalJson(caughtUp)).toBe(canonicalJson(whole));
      expect(caughtUp.store.pendingStructs).toBeNull();
      expect(caughtUp.store.pendingDs).toBeNull();
    }
    // Whoever has all of the words needs only to hear what was deleted.
    const kept = replayed(...updates.map(withoutDeletions), folded.deletes);
    expect(canonicalJson(kept)).toBe(canonicalJson(whole));
    expect(Y.decodeUpdate(folded.deletes).structs).toEqual([]);
  }
});

test('[SYNC-36] what was deleted takes no room in a folded state', () => {
  const { doc, votes } = boardDocument(new Y.Doc());
  const rows: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => rows.push(update));
  for (let i = 0; i < 2_000; i++) votes.set('moved', i);
  const { state } = foldDocument({ rows });
  expect(state.byteLength).toBeLessThan(100);
});

test('[SYNC-36] parts that lack something, or make no sense, are not folded', () => {
  const { doc, votes } = boardDocument(new Y.Doc());
  const rows: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => rows.push(update));
  for (let i = 0; i < 3; i++) votes.set(`v${i}`, i);
  const [first, , third] = rows;
  const parts = [first, third].flatMap((row) => row ?? []);
  expect(() => foldDocument({ rows: parts })).toThrow('build on something');
  expect(() => foldDocument({ rows: [Uint8Array.of(9, 9, 9)] })).toThrow();
  expect(() => diffDocument({ rows, vector: Uint8Array.of(5) })).toThrow();
  expect(diffDocument({ rows: [], vector: Uint8Array.of(0) })).toEqual(Uint8Array.of(0, 0));
});

test('[SYNC-36] a folded state that would say something else is refused', () => {
  const { doc, votes } = boardDocument(new Y.Doc());
  votes.set('a', 1);
  const rows = [Y.encodeStateAsUpdate(doc)];
  vi.mocked(canonicalJson).mockReturnValueOnce('{}');
  expect(() => foldDocument({ rows })).toThrow('says something else than its parts');
  expect(foldDocument({ rows }).state).toEqual(rows[0]);
});

interface Session {
  /** As they came to the server. */
  readonly updates: Uint8Array[];
  /** What people held at some time, and its state vector. */
  readonly behind: { held: Uint8Array; vector: Uint8Array }[];
}

/** Four people who draw, write and delete, and sometimes hear of each other. */
function someSession(random: () => number): Session {
  const updates: Uint8Array[] = [];
  const behind: Session['behind'] = [];
  const people = Array.from({ length: 4 }, (_, i) => {
    const board = boardDocument(new Y.Doc());
    board.doc.clientID = 1_000 + i;
    board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') updates.push(update);
    });
    return board;
  });
  const anybody = () => people[Math.floor(random() * people.length)] ?? boardDocument(new Y.Doc());
  for (let step = 0; step < 120; step++) {
    const board = anybody();
    if (random() < 0.8) doSomething(board, random, step);
    else Y.applyUpdate(anybody().doc, Y.encodeStateAsUpdate(board.doc), 'heard');
    if (step % 20 > 0) continue;
    const { doc } = board;
    behind.push({ held: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) });
  }
  return { updates, behind };
}

function doSomething({ records, votes }: BoardDocument, random: () => number, step: number): void {
  const id = `shape:${Math.floor(random() * 6)}`;
  const record = records.get(id);
  const what = random();
  if (!record || what < 0.1) records.set(id, newRecord());
  else if (what < 0.2) records.delete(id);
  else if (what < 0.4) record.set('xy', [step, step]);
  else if (what < 0.8) write(record.get('p:text') as Y.Text, random, step);
  else votes.set(`v${Math.floor(random() * 4)}`, step);
}

function newRecord(): FlatRecord {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('words')]);
  const rich = new Y.XmlFragment();
  rich.insert(0, [paragraph]);
  const entries: [string, unknown][] = [
    ['xy', [0, 0]],
    ['p:text', new Y.Text('hello')],
    ['p:richText', rich],
  ];
  return new Y.Map(entries) as FlatRecord;
}

function write(text: Y.Text, random: () => number, step: number): void {
  text.insert(Math.floor(random() * text.length), `w${step}`);
  if (random() < 0.5) text.delete(0, Math.min(3, text.length));
}

/** Neighbours merged at random, as they are when they are stored together. */
function inRows(updates: readonly Uint8Array[], random: () => number): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (let at = 0; at < updates.length;) {
    const count = 1 + Math.floor(random() * 4);
    rows.push(Y.mergeUpdates(updates.slice(at, at + count)));
    at += count;
  }
  return rows;
}

function replayed(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** The same structs, and an empty set of deletions (one zero byte) behind them. */
function withoutDeletions(update: Uint8Array): Uint8Array {
  const { ds } = Y.decodeUpdate(update);
  if (ds.clients.size === 0) return update;
  const encoded = Y.encodeSnapshot(Y.createSnapshot(ds, new Map()));
  // A snapshot is its deletions and then a state vector, here of one zero byte.
  const length = encoded.byteLength - 1;
  return Uint8Array.from([...update.subarray(0, update.byteLength - length), 0]);
}
