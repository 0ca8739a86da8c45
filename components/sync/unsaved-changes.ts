import * as Y from 'yjs';
import type { ErrorCode } from '#board/errors.ts';
import type { Entry, NewEntry, Outbox, Owner } from './outbox.ts';
import { within } from './within.ts';

/** Milliseconds that the device gets for one answer; some browsers never give one. */
const PATIENCE_MS = 3_000;

/** Bytes of one entry, unless a single change is larger: an entry has to fit into one message. */
const ENTRY_BYTES = 256 * 1024;

/**
 * How many entries may be on their way to the device at once; what is made meanwhile goes with the
 * next. More than anybody types while a slow disk answers once.
 */
const MOST_WRITING = 64;

/** A change that the server has not confirmed. */
export interface Unsaved extends NewEntry {
  /** In the outbox; undefined while it is written there, or when it could not be. */
  id: number | undefined;
  /** Where it is besides in this tab's memory. */
  place: 'being-written' | 'device' | 'tab';
  /** It is in the document: made here, or read from the device and applied. */
  inDocument: boolean;
  /** The document message of the present connection that carries it. */
  message: number | undefined;
  /** Why the server did not take it, the last time. */
  refused: ErrorCode | undefined;
}

const untold = { message: undefined, refused: undefined };

/** What is shown of them. */
export interface Holding {
  /** Changes on the device, and those that are nowhere but in this tab. */
  readonly changes: number;
  /** The device keeps what is made here. */
  readonly kept: boolean;
  /** Nothing is unsaved, nor about to be written. */
  readonly none: boolean;
}

export interface UnsavedDeps {
  readonly now: () => number;
  /** Something was written, confirmed, or could not be kept. */
  readonly changed: () => void;
}

/**
 * The changes that are not on the server's disk, in the order in which they were made: each is
 * written to the device, then sent, and forgotten when the message that carried it is saved. [SYNC-41]
 */
export class UnsavedChanges {
  /** Writes each change at once, however many are being written: the page may be about to go. */
  hurried = false;
  private items: Unsaved[] = [];
  private waiting: Uint8Array[] = [];
  private writing = 0;
  private outbox: Outbox | 'opening' | 'none' = 'opening';
  private owner: Owner | undefined;
  private epoch = 0;

  constructor(private readonly deps: UnsavedDeps) {}

  /** The device's outbox is open, or there is none. */
  writeTo(outbox: Outbox | undefined): void {
    this.outbox = outbox ?? 'none';
    this.write();
    this.deps.changed();
  }

  belongTo(owner: Owner, epoch: number): void {
    this.owner = owner;
    this.epoch = epoch;
    this.write();
  }

  /** Takes in a change that was made here. */
  add(update: Uint8Array): void {
    this.waiting.push(update);
    this.write();
    this.deps.changed();
  }

  /** Takes in what the device holds of this board and is not known yet. */
  takeIn(found: readonly Entry[]): void {
    const known = new Set(this.items.map(({ id }) => id));
    for (const entry of found) {
      if (known.has(entry.id)) continue;
      this.items.push({ ...entry, place: 'device', inDocument: false, ...untold });
    }
    this.deps.changed();
  }

  get all(): readonly Unsaved[] {
    return this.items;
  }

  /** Also what is not written to the device yet. */
  get everything(): readonly Unsaved[] {
    if (this.waiting.length === 0) return this.items;
    return [...this.items, { ...this.bundle(this.waiting), place: 'tab' }];
  }

  /** Everything made so far is on the device, or can not be. */
  get settled(): boolean {
    return this.waiting.length === 0 && this.writing === 0;
  }

  /** Some of it would be gone with this tab. */
  get atRisk(): boolean {
    return this.waiting.length > 0 || this.items.some(({ place }) => place !== 'device');
  }

  get holding(): Holding {
    const shown = this.items.filter(({ place }) => place !== 'being-written');
    // What waits only for the writes before it is not counted before it is written.
    const stuck = this.mayWrite() ? 0 : this.waiting.length;
    return {
      changes: stuck + shown.reduce((sum, { changes }) => sum + changes, 0),
      kept: isOpen(this.outbox) && stuck === 0 && shown.every(({ place }) => place === 'device'),
      none: this.items.length === 0 && this.waiting.length === 0,
    };
  }

  /** The next ones to send, together below `mostBytes` unless the first alone is larger. */
  toSend(mostBytes: number): Unsaved[] {
    const batch: Unsaved[] = [];
    let bytes = 0;
    for (const item of this.items) {
      if (item.message !== undefined || !item.inDocument) continue;
      bytes += item.bytes.byteLength;
      if (item.place === 'being-written' || (batch.length > 0 && bytes > mostBytes)) break;
      batch.push(item);
    }
    return batch;
  }

  /** These went out in that message of the present connection. */
  carried(items: readonly Unsaved[], message: number): void {
    for (const item of items) item.message = message;
  }

  /** A new connection: nothing is under way on it. */
  restart(): void {
    for (const item of this.items) item.message = undefined;
  }

  /** The first `count` document messages of the present connection are on the server's disk. */
  confirm(count: number): void {
    const isSaved = ({ message }: Unsaved): boolean => message !== undefined && message <= count;
    const done = this.items.filter(isSaved);
    if (done.length === 0) return;
    this.items = this.items.filter((item) => !isSaved(item));
    this.onDevice(done, (outbox, ids) => outbox.remove(ids));
    this.deps.changed();
  }

  /**
   * The server does not take what that message carried: it and what came after it is never sent again
   * by another tab or a later visit. It stays here, for the person to save or to mend. [SYNC-45]
   */
  refuse(message: number, reason: ErrorCode): void {
    const refused = this.items.filter((item) => (item.message ?? message) >= message);
    for (const item of refused) item.refused = reason;
    this.onDevice(refused, (outbox, ids) => outbox.setAside(ids, reason));
  }

  /** One that cannot be read, and is set aside alone. */
  leaveOut(item: Unsaved, reason: ErrorCode): void {
    this.items = this.items.filter((other) => other !== item);
    this.onDevice([item], (outbox, ids) => outbox.setAside(ids, reason));
    this.deps.changed();
  }

  /** Has the device write all of it now, however much is being written. */
  flush(): void {
    const { hurried } = this;
    this.hurried = true;
    this.write();
    this.hurried = hurried;
  }

  private onDevice(
    items: readonly Unsaved[],
    work: (outbox: Outbox, ids: number[]) => Promise<unknown>,
  ): void {
    const ids = items.flatMap(({ id }) => id ?? []);
    if (!isOpen(this.outbox) || ids.length === 0) return;
    // An entry that stays is sent again one day, which changes nothing on the server.
    work(this.outbox, ids).catch(() => undefined);
  }

  private mayWrite(): boolean {
    return this.outbox === 'none' || (this.outbox !== 'opening' && this.owner !== undefined);
  }

  private write(): void {
    if (this.waiting.length === 0 || !this.mayWrite()) return;
    if (this.writing >= MOST_WRITING && !this.hurried) return;
    const item = this.bundle(this.waiting.splice(0, this.nextBundle()));
    this.items.push(item);
    if (isOpen(this.outbox) && this.owner) void this.keep(this.outbox, this.owner, item);
    else item.place = 'tab';
    if (this.hurried || !isOpen(this.outbox)) this.write();
  }

  /** How many of those that wait go into one entry. */
  private nextBundle(): number {
    let bytes = 0;
    const end = this.waiting.findIndex((update) => (bytes += update.byteLength) > ENTRY_BYTES);
    return end === -1 ? this.waiting.length : Math.max(1, end);
  }

  private bundle(updates: Uint8Array[]): Unsaved {
    const [first = new Uint8Array()] = updates;
    return {
      id: undefined,
      epoch: this.epoch,
      bytes: updates.length === 1 ? first : Y.mergeUpdates(updates),
      changes: updates.length,
      at: this.deps.now(),
      place: 'being-written',
      inDocument: true,
      ...untold,
    };
  }

  private async keep(outbox: Outbox, owner: Owner, item: Unsaved): Promise<void> {
    this.writing += 1;
    try {
      item.id = await within(PATIENCE_MS, outbox.add(owner, item));
      item.place = 'device';
    } catch {
      item.place = 'tab';
      this.outbox = 'none';
    }
    this.writing -= 1;
    this.write();
    this.deps.changed();
  }
}

function isOpen(outbox: Outbox | 'opening' | 'none'): outbox is Outbox {
  return typeof outbox === 'object';
}
