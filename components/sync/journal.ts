import { fromBase64, toBase64 } from 'lib0/buffer';
import { uint32 } from 'lib0/random';
import * as z from 'zod/mini';
import type { NewEntry, Owner } from './outbox.ts';

/** Bytes that are copied without being felt; what is larger is one transaction, not a row of them. */
const MOST_BYTES = 16 * 1024;

const page = z.object({
  epoch: z.int(),
  changes: z.int(),
  at: z.number(),
  /** Counts up in the tab that wrote it. */
  number: z.int(),
  bytes: z.string(),
});

/** An entry whose tab was perhaps gone before IndexedDB had it. */
export interface Stray {
  /** No other entry has it. */
  readonly key: string;
  readonly entry: NewEntry;
}

/**
 * Holds each small entry while IndexedDB writes it. Browsers give up the transactions of a tab that
 * goes, also those that were committed and only wait for their turn; what localStorage was given stays.
 */
export class Journal {
  private readonly tab = uint32().toString(36);
  private readonly mine = new Set<string>();
  private count = 0;

  constructor(private readonly storage: Storage | undefined) {}

  /** A name for an entry that is about to be written. */
  nextKey(owner: Owner): string {
    const key = `${prefixOf(owner)}${this.tab}-${this.count++}`;
    this.mine.add(key);
    return key;
  }

  keep(key: string, { epoch, changes, at, bytes }: NewEntry): void {
    if (bytes.byteLength > MOST_BYTES) return;
    const held = { epoch, changes, at, number: this.count, bytes: toBase64(bytes) };
    this.tried((storage) => storage.setItem(key, JSON.stringify(held)));
  }

  forget(key: string): void {
    this.mine.delete(key);
    this.tried((storage) => storage.removeItem(key));
  }

  /** What other tabs hold or left, in the order in which it was made. */
  strays(owner: Owner): Stray[] {
    const prefix = prefixOf(owner);
    const keys = this.tried(keysOf) ?? [];
    const left = keys.filter((key) => key.startsWith(prefix) && !this.mine.has(key));
    const read = left.flatMap((key) => {
      const found = this.tried((storage) => readPage(storage.getItem(key)));
      return found ? [{ ...found, key }] : [];
    });
    return read.sort((a, b) => a.entry.at - b.entry.at || a.number - b.number);
  }

  /** A full or forbidden storage costs the journal, nothing else. */
  private tried<T>(work: (storage: Storage) => T): T | undefined {
    try {
      return this.storage && work(this.storage);
    } catch {
      return undefined;
    }
  }
}

function prefixOf({ boardId, personId }: Owner): string {
  return `outbox:${boardId}:${personId}:`;
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_none, at) => storage.key(at) ?? '');
}

function readPage(held: string | null): { entry: NewEntry; number: number } {
  const { number, bytes, ...entry } = page.parse(JSON.parse(held ?? ''));
  return { entry: { ...entry, bytes: fromBase64(bytes) }, number };
}
