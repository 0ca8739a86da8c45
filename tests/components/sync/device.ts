import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { openDeviceOutbox } from '#components/sync/device-outbox.ts';
import type { Entry, NewEntry, Outbox, Owner, SetAside } from '#components/sync/outbox.ts';

/** A device of its own for this test: what is kept there outlives its tabs. */
export function newDevice(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', new MemoryStorage());
  onTestFinished(() => void vi.unstubAllGlobals());
}

/** A browser's localStorage. */
class MemoryStorage implements Storage {
  private readonly items = new Map<string, string>();

  get length(): number {
    return this.items.size;
  }

  key = (at: number): string | null => [...this.items.keys()][at] ?? null;
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.items.set(key, value);
  removeItem = (key: string): void => void this.items.delete(key);
  clear = (): void => this.items.clear();
}

export const owner = (personId: string, boardId = 'board-1'): Owner => ({
  boardId: asBoardId(boardId),
  personId,
});

export const entry = (more: Partial<NewEntry> = {}): NewEntry => ({
  epoch: 1,
  bytes: Uint8Array.of(0, 0),
  changes: 1,
  at: 1_000,
  ...more,
});

/** What this person's tabs keep on the device. */
export async function kept(personId: string): Promise<{ entries: Entry[]; aside: SetAside[] }> {
  const outbox = await openDeviceOutbox();
  const entries = await outbox.read(owner(personId));
  const aside = await outbox.readSetAside(owner(personId));
  outbox.close();
  return { entries, aside };
}

/** An outbox whose writes wait until they are let through, or fail. */
export class SlowOutbox implements Outbox {
  readonly written: NewEntry[] = [];
  private readonly queue: { resolve: (id: number) => void; reject: (why: Error) => void }[] = [];
  private ids = 0;

  add(_owner: Owner, item: NewEntry): Promise<number> {
    this.written.push(item);
    return new Promise((resolve, reject) => this.queue.push({ resolve, reject }));
  }

  get waiting(): number {
    return this.queue.length;
  }

  letThrough(): void {
    for (const { resolve } of this.queue.splice(0)) resolve((this.ids += 1));
  }

  fail(): void {
    for (const { reject } of this.queue.splice(0)) reject(new Error('QuotaExceededError'));
  }

  read = (): Promise<Entry[]> => Promise.resolve([]);
  remove = (): Promise<void> => Promise.resolve();
  setAside = (): Promise<SetAside[]> => Promise.resolve([]);
  readSetAside = (): Promise<SetAside[]> => Promise.resolve([]);
  close = (): void => undefined;
}
