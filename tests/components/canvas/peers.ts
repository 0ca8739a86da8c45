import { HistoryManager, createTLStore } from 'tldraw';
import type { TLRecord, TLShape, TLShapeId, TLStore } from 'tldraw';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord, shapeOn } from '#board/edits.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { boardSchema } from '#board/records.ts';
import type { Schedule } from '#components/canvas/schedule.ts';
import { StoreBinding } from '#components/canvas/store-binding.ts';
import { keepOthersWork } from '#components/canvas/undo.ts';

/** Runs what was planned only when a test says so. */
export class ManualSchedule implements Schedule {
  time = 0;
  #planned = new Map<number, { at: number; run: () => void }>();
  #next = 0;

  now(): number {
    return this.time;
  }
  nextFrame(run: () => void): () => void {
    return this.after(16, run);
  }
  after(milliseconds: number, run: () => void): () => void {
    const id = this.#next++;
    this.#planned.set(id, { at: this.time + milliseconds, run });
    return () => this.#planned.delete(id);
  }
  /** Lets time pass, running what falls due in order. */
  pass(milliseconds: number): void {
    const until = this.time + milliseconds;
    for (;;) {
      const [id, due] = [...this.#planned].sort((a, b) => a[1].at - b[1].at)[0] ?? [];
      if (id === undefined || !due || due.at > until) break;
      this.#planned.delete(id);
      this.time = Math.max(this.time, due.at);
      due.run();
    }
    this.time = until;
  }
  get idle(): boolean {
    return this.#planned.size === 0;
  }
}

export interface Peer {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly board: BoardDocument;
  readonly store: TLStore;
  readonly binding: StoreBinding;
  readonly history: HistoryManager<TLRecord>;
  readonly schedule: ManualSchedule;
}

let nextClient = 1;

/** One person's browser, without a screen: document, store, binding and undo history. */
export function peer(
  seed: Uint8Array,
  options: { writable?: boolean; store?: TLStore } = {},
): Peer {
  const doc = new Y.Doc();
  doc.clientID = nextClient++; // a fixed order of conflicts, so that a seed replays
  Y.applyUpdate(doc, seed);
  const board = boardDocument(doc);
  const store = options.store ?? createTLStore({ schema: boardSchema });
  const schedule = new ManualSchedule();
  const writable = (): boolean => options.writable ?? true;
  const binding = new StoreBinding({ store, board, schedule, writable });
  const history = new HistoryManager<TLRecord>({ store });
  keepOthersWork(store);
  binding.attach({
    quietly: (work) => void history.batch(work, { history: 'ignore' }),
    letGo: () => undefined,
    composing: () => undefined,
    shown: () => undefined,
    endStep: () => markHistory(history),
  });
  binding.start();
  return { name: `peer ${doc.clientID}`, doc, board, store, binding, history, schedule };
}

/** A board as the server seeds it: the document, one page, and the records given. */
export function seeded(...records: PlainRecord[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 0;
  const board = boardDocument(doc);
  putRecord(board, {
    id: 'document:document',
    typeName: 'document',
    name: '',
    gridSize: 10,
    meta: {},
  });
  putRecord(board, { id: 'page:pdca', typeName: 'page', name: 'PDCA', index: 'a1', meta: {} });
  for (const record of records) putRecord(board, record);
  return Y.encodeStateAsUpdate(doc);
}

interface NoteWish {
  readonly x?: number;
  readonly y?: number;
  readonly text?: string;
  readonly color?: string;
  readonly parentId?: string;
}

export function note(name: string, wish: NoteWish = {}): PlainRecord {
  const { x = 0, y = 0, text = '', color = 'yellow', parentId } = wish;
  const where = { id: `shape:${name}`, type: 'note-card', index: 'a1', x, y };
  const shape = shapeOn('pdca', where, { w: 200, color, text });
  return parentId ? { ...shape, parentId } : shape;
}

export function put(who: Peer, record: PlainRecord): void {
  who.store.put([record as unknown as TLRecord]);
}

export function shape(who: Peer, name: string): TLShape | undefined {
  return who.store.get(`shape:${name}` as TLShapeId);
}

export function noteText(who: Peer, name: string): string | undefined {
  return (shape(who, name)?.props as { text?: string } | undefined)?.text;
}

/** Changes properties of a note as one keystroke or click of this person. */
export function change(who: Peer, name: string, fields: Partial<NoteWish>): void {
  const { text, color, ...place } = fields;
  const words = {
    ...(text === undefined ? {} : { text }),
    ...(color === undefined ? {} : { color }),
  };
  who.store.update(`shape:${name}` as TLShapeId, (now) => {
    return { ...now, ...place, props: { ...now.props, ...words } } as typeof now;
  });
}

let nextMark = 0;

/** The next change starts a new undo step. */
export function mark(who: Peer): void {
  markHistory(who.history);
}

/** As `editor.markHistoryStoppingPoint` does. */
function markHistory(history: HistoryManager<TLRecord>): void {
  (history as unknown as { _mark(id: string): void })._mark(`mark ${nextMark++}`);
}

/** Everybody hears everything, and again what follows from it, until all is quiet. */
export function settle(...peers: Peer[]): number {
  for (let round = 0; round < 50; round++) {
    for (const one of peers) {
      one.binding.flush();
      one.schedule.pass(1000);
    }
    if (!exchange(peers) && peers.every((one) => one.schedule.idle)) return round;
  }
  throw new Error('the peers never come to rest');
}

function exchange(peers: Peer[]): boolean {
  let moved = false;
  for (const from of peers) {
    for (const to of peers) {
      const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
      const before = Y.encodeStateAsUpdate(to.doc);
      Y.applyUpdate(to.doc, missing, 'network');
      moved ||= !sameBytes(before, Y.encodeStateAsUpdate(to.doc));
    }
  }
  return moved;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;
}

/** The shared part of a store, in a fixed order. */
export function sharedRecords(who: Peer): Record<string, TLRecord> {
  const entries = Object.entries(who.store.serialize('document'));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
