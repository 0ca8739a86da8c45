import * as Y from 'yjs';
import type { Position } from './documents.ts';
import { encodeAnswer, encodeUpdate, frameUpdate } from './frames.ts';
import { merge, MergedUpdates, NOTHING } from './merged-updates.ts';
import { SkimmingDecoder } from './skimming-decoder.ts';
import type { History, LogRow } from './update-log.ts';

/** What a newcomer gets: the frames to send, and what has to be worked out elsewhere first. */
export interface Answer {
  readonly frames: readonly Uint8Array[];
  /** The old part of the document beyond the client's own, too large to be compared here. */
  readonly missing?: { readonly state: Uint8Array; readonly vector: Uint8Array };
}

/** A state up to this size is compared at once; 256 KiB take about 5 ms. */
const SMALL_STATE = 256 << 10;
/** Ends an answer. */
const NO_MORE = encodeAnswer(NOTHING);

/**
 * One board's document as bytes: a whole state, and the rows that came after it. Everything here may
 * be shown: rows are on disk, or shown before that because the database is away. A document of these
 * bytes takes 25 times as much memory, and so is made only for as long as somebody needs one.
 */
export class StoredDocument {
  private stateFrame: Uint8Array;
  private state: LogRow;
  /** The state's deletions alone; undefined until somebody needed them. */
  private deletions: Uint8Array | undefined;
  private readonly stateVector = new Map<number, number>();
  private tail: LogRow[] = [];
  private shown: Uint8Array[] = [];
  private vector = new Map<number, number>();
  private tailBytes = 0;
  /** The tail and what is shown, for newcomers. */
  private newer = new MergedUpdates();
  private vectorCache: Uint8Array | undefined;

  readonly epoch: number;

  constructor({ epoch, state, rows }: History) {
    this.epoch = epoch;
    const [first, ...rest] = state ? [state, ...rows] : rows;
    const { frame, update } = frameUpdate(first?.bytes ?? NOTHING);
    this.stateFrame = frame;
    this.state = { seq: first?.seq ?? 0, bytes: update };
    this.advance(this.stateVector, this.state.bytes);
    this.vector = new Map(this.stateVector);
    for (const row of rest) this.add(row);
  }

  get position(): Position {
    return { epoch: this.epoch, seq: this.tail.at(-1)?.seq ?? this.state.seq };
  }

  /** Bytes held, and how many of them came after the state. */
  get size(): { readonly bytes: number; readonly tail: number; readonly rows: number } {
    const tail = this.tailBytes;
    return { bytes: this.state.bytes.byteLength + tail, tail, rows: this.tail.length };
  }

  /** The state and each row after it, in the order to apply them. */
  get parts(): { readonly state: LogRow; readonly rows: readonly LogRow[] } {
    return { state: this.state, rows: this.tail };
  }

  /** Everything that may be shown, in the order to apply it. */
  get updates(): readonly Uint8Array[] {
    return [this.state.bytes, ...this.tail.map(({ bytes }) => bytes), ...this.shown];
  }

  /** The first unknown clock of each client. */
  get clocks(): ReadonlyMap<number, number> {
    return this.vector;
  }

  /** Takes a row that is on disk now. */
  add(row: LogRow): void {
    this.tail.push(row);
    this.grow(row.bytes);
  }

  /** Takes an update that is shown before it is on disk. */
  show(update: Uint8Array): void {
    this.shown.push(update);
    this.grow(update);
  }

  /** What was shown before is on disk by now, in rows that were added. */
  settle(): void {
    for (const { byteLength } of this.shown) this.tailBytes -= byteLength;
    this.shown = [];
    this.mergeAnew();
  }

  /** Puts a state in the place of the rows that it stands for. */
  fold(state: LogRow, deletions: Uint8Array): void {
    const { frame, update } = frameUpdate(state.bytes);
    this.stateFrame = frame;
    this.state = { seq: state.seq, bytes: update };
    this.deletions = deletions;
    this.stateVector.clear();
    this.advance(this.stateVector, this.state.bytes);
    for (const { seq, bytes } of this.tail)
      if (seq <= state.seq) this.tailBytes -= bytes.byteLength;
    this.tail = this.tail.filter(({ seq }) => seq > state.seq);
    this.mergeAnew();
  }

  /** The state vector, encoded. */
  encodedVector(): Uint8Array {
    this.vectorCache ??= Y.encodeStateVector(this.vector);
    return this.vectorCache;
  }

  /**
   * What a client with this state vector lacks. The state and the rows after it come as updates, and
   * after them an answer, so that it is complete when the answer came; nothing is encoded anew for a
   * newcomer. Throws on bytes that are no state vector.
   */
  answer(stateVector: Uint8Array): Answer {
    const theirs = Y.decodeStateVector(stateVector);
    if (theirs.size === 0) return { frames: [this.stateFrame, ...this.newer.frames, NO_MORE] };
    const newer = this.newer.updates.map((update) => Y.diffUpdate(update, stateVector));
    const tail = [...newer.map(encodeUpdate), NO_MORE];
    const hasState = [...this.stateVector].every(([id, clock]) => (theirs.get(id) ?? 0) >= clock);
    if (hasState && this.deletions) return { frames: [encodeUpdate(this.deletions), ...tail] };
    const { bytes } = this.state;
    if (bytes.byteLength > SMALL_STATE) {
      return { frames: tail, missing: { state: bytes, vector: stateVector } };
    }
    const missing = Y.diffUpdate(bytes, stateVector);
    if (hasState) this.deletions = missing;
    return { frames: [encodeUpdate(missing), ...tail] };
  }

  /** Everything after that seq as one update; undefined when some of it went into the state. */
  since(seq: number): Uint8Array | undefined {
    if (seq < this.state.seq) return undefined;
    const rows = this.tail.filter((row) => row.seq > seq).map(({ bytes }) => bytes);
    return merge([...rows, ...this.shown]);
  }

  private mergeAnew(): void {
    this.newer = new MergedUpdates([...this.tail.map(({ bytes }) => bytes), ...this.shown]);
  }

  private grow(update: Uint8Array): void {
    this.newer.add(update);
    if (this.newer.isWaste) this.mergeAnew();
    this.vectorCache = undefined;
    this.tailBytes += update.byteLength;
    this.advance(this.vector, update);
  }

  private advance(vector: Map<number, number>, update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMetaV2(update, SkimmingDecoder).to) {
      if (clock > (vector.get(client) ?? 0)) vector.set(client, clock);
    }
  }
}
