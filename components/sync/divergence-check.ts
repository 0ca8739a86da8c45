import type * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { decodeChecked, encodeCheck } from '#board/check-wire.ts';
import { documentDigest } from '#board/document-digest.ts';
import { Kind, SyncStep } from '#board/wire.ts';

/** The first protocol version in which a server compares documents. */
export const CHECK_PROTOCOL = 2;

export interface DivergenceCheckDeps {
  readonly doc: Y.Doc;
  /** True while connected to a server of `CHECK_PROTOCOL` or later, with everything saved. */
  readonly isSaved: () => boolean;
  /** Hands a frame to the socket, if there is one. */
  readonly send: (frame: Uint8Array) => void;
  readonly timing?: CheckTiming;
}

/** All in milliseconds. */
export interface CheckTiming {
  /** Between two checks at least. */
  readonly everyMs: number;
  /** Without a change before a check: it costs a moment of the main thread, and typing comes first. */
  readonly quietMs: number;
  /** Between asking for everything anew and the second check; longer than `quietMs`, for what comes. */
  readonly againMs: number;
}

const TIMING: CheckTiming = { everyMs: 60_000, quietMs: 5_000, againMs: 8_000 };

/**
 * Compares the document with the server's now and then while all is saved and quiet. Should it
 * differ, everything is asked for anew, and compared once more. [SYNC-77] [SYNC-78]
 */
export class DivergenceCheck {
  private readonly timing: CheckTiming;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  /** Counts changes of the document, our own and those of others. */
  private version = 0;
  private changedAt = 0;
  /** The version that was last found the same. */
  private same: number | undefined;
  private asked: { readonly version: number; readonly again: boolean } | undefined;

  constructor(private readonly deps: DivergenceCheckDeps) {
    this.timing = deps.timing ?? TIMING;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.changedAt = performance.now();
    this.deps.doc.on('update', this.onUpdate);
    this.planNext();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
    this.asked = undefined;
    this.deps.doc.off('update', this.onUpdate);
  }

  /** Takes the rest of a frame of the kind `checked`. */
  hear(decoder: decoding.Decoder): void {
    const { result } = decodeChecked(decoder);
    const { asked } = this;
    this.asked = undefined;
    if (!this.running || asked?.version !== this.version) return;
    if (result === 'same') this.same = asked.version;
    if (result !== 'differs' || asked.again) return;
    this.deps.send(question(Y.encodeStateVector(this.deps.doc)));
    this.plan(this.timing.againMs, true);
  }

  private readonly onUpdate = (): void => {
    this.version += 1;
    this.changedAt = performance.now();
  };

  private planNext(): void {
    // Not all at once when a board was opened by many at the same moment.
    this.plan(this.timing.everyMs * (1 + Math.random() / 4), false);
  }

  private plan(ms: number, again: boolean): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.planNext();
      whenIdle(() => void this.check(again));
    }, ms);
  }

  private async check(again: boolean): Promise<void> {
    const { doc, send } = this.deps;
    const { version } = this;
    if (!this.mayAsk() || (version === this.same && !again)) return;
    const vector = Y.encodeStateVector(doc);
    const digest = await documentDigest(doc);
    if (digest === undefined || version !== this.version || !this.mayAsk()) return;
    this.asked = { version, again };
    send(encodeCheck({ vector, digest, again }));
  }

  private mayAsk(): boolean {
    const quiet = performance.now() - this.changedAt >= this.timing.quietMs;
    return this.running && quiet && this.deps.isSaved();
  }
}

/** Sync step 1. */
function question(vector: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, Kind.sync);
  encoding.writeVarUint(encoder, SyncStep.ask);
  encoding.writeVarUint8Array(encoder, vector);
  return encoding.toUint8Array(encoder);
}

/** When the browser has nothing better to do; Safari does not say when that is. */
function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 5_000 });
  else run();
}
