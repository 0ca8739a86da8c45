import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { putRecord, shapeOn } from '#board/edits.ts';

/** Yjs' id of whoever made every seed, so that all servers get the same bytes. */
const MAKER = 4_000_000_007;
/** Records in one message: 250 KB or so. */
const CHUNK = 1_000;

/** A board full of notes as ours are; `records` of them. */
export interface Seed {
  /** In the order to send them. */
  readonly updates: readonly Uint8Array[];
  /** Bytes of the whole as one update. */
  readonly bytes: number;
}

/** A board is whole with this share of its bytes: servers may pack them tighter. */
const WHOLE = 0.98;

/** Bytes of document after which a newcomer has it all; 0 when the server keeps none. */
export function wholeOf({ records, keeps }: { records: number; keeps: boolean }): number {
  return keeps ? seedOf(records).bytes * WHOLE : 0;
}

const made = new Map<number, Seed>();

export function seedOf(records: number): Seed {
  const seed = made.get(records) ?? makeSeed(records);
  made.set(records, seed);
  return seed;
}

/** A new document with the seed in it. */
export function seededDoc(records: number): Y.Doc {
  const doc = new Y.Doc();
  for (const update of seedOf(records).updates) Y.applyUpdate(doc, update);
  return doc;
}

export const noteId = (index: number): string => `shape:note-${String(index).padStart(6, '0')}`;
export const strokeId = (index: number): string => `shape:stroke-${index}`;

function makeSeed(records: number): Seed {
  const doc = new Y.Doc();
  doc.clientID = MAKER;
  const board = boardDocument(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const indices = generateNKeysBetween(null, null, records);
  doc.transact(() => putRecord(board, page()));
  for (let from = 0; from < records; from += CHUNK) {
    doc.transact(() => {
      for (let i = from; i < Math.min(from + CHUNK, records); i++) {
        putRecord(board, note(i, indices[i] ?? 'a0'));
      }
    });
  }
  return { updates, bytes: Y.encodeStateAsUpdate(doc).length };
}

function page() {
  return { id: 'page:pdca', typeName: 'page', name: 'PDCA', index: 'a1', meta: {} };
}

export function note(i: number, index: string) {
  const at = { x: (i % 100) * 240, y: Math.floor(i / 100) * 160 };
  const text = `Brieven week ${i % 52} te laat`;
  const props = { w: 200, color: 'yellow', text };
  return shapeOn('pdca', { id: noteId(i), type: 'note-card', index, ...at }, props);
}

/** Points of one stroke; about 16 KB on the wire. */
const POINTS = 500;

/** A stroke that a pen is drawing: tldraw writes all its points anew at each move. */
export function stroke(i: number, round: number) {
  const points = Array.from({ length: POINTS }, (_, p) => ({
    x: p * 1.37 + round * 0.01,
    y: Math.sin(p + round) * 90,
    z: 0.5,
  }));
  const look = { color: 'black', fill: 'none', dash: 'draw', size: 'm' };
  const state = { isComplete: false, isClosed: false, isPen: true, scale: 1 };
  const props = { ...look, ...state, segments: [{ type: 'free', points }] };
  return shapeOn('pdca', { id: strokeId(i), type: 'draw', index: 'a1', x: 0, y: 0 }, props);
}
