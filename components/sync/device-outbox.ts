import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { errorCodes } from '#board/errors.ts';
import type { ErrorCode } from '#board/errors.ts';
import type { Entry, NewEntry, Outbox, Owner, SetAside } from './outbox.ts';

const NAME = 'verbeterbord-outbox';
const VERSION = 1;

const entry = z.object({
  id: z.int(),
  boardId: z.string(),
  personId: z.string(),
  epoch: z.int(),
  bytes: z.instanceof(Uint8Array),
  changes: z.int(),
  at: z.number(),
});
const setAside = z.extend(entry, { reason: z.enum(errorCodes) });

interface Schema extends DBSchema {
  /** To be sent. */
  entries: {
    key: number;
    value: Owner & NewEntry & { id?: number };
    indexes: { owner: [string, string] };
  };
  /** Refused by the server. */
  aside: {
    key: number;
    value: Owner & NewEntry & { id: number; reason: ErrorCode };
    indexes: { owner: [string, string] };
  };
}

/** The outbox in this browser's IndexedDB; rejects where there is none, as in some private windows. */
export async function openDeviceOutbox(): Promise<Outbox> {
  let isNew = false;
  const database = await openDB<Schema>(NAME, VERSION, {
    upgrade(made) {
      isNew = true;
      const entries = made.createObjectStore('entries', { keyPath: 'id', autoIncrement: true });
      entries.createIndex('owner', ['boardId', 'personId']);
      const aside = made.createObjectStore('aside', { keyPath: 'id' });
      aside.createIndex('owner', ['boardId', 'personId']);
    },
    // A newer page of ours in another tab: what is written from here on stays in this tab, and says so.
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  if (isNew) askToPersist();
  return new DeviceOutbox(database);
}

/** Browsers clear what they were not asked to keep when the disk is full. Asked once: some show a question. */
function askToPersist(): void {
  const { navigator } = globalThis as { navigator?: { storage?: Partial<StorageManager> } };
  // Where the browser has no such thing, nothing is lost by not asking.
  navigator?.storage?.persist?.().catch(() => false);
}

class DeviceOutbox implements Outbox {
  constructor(private readonly database: IDBPDatabase<Schema>) {}

  async add(
    { boardId, personId }: Owner,
    { epoch, bytes, changes, at }: NewEntry,
  ): Promise<number> {
    const work = this.database.transaction('entries', 'readwrite');
    const id = work.store.add({ boardId, personId, epoch, bytes, changes, at });
    // Without waiting for the answer: a page that is about to go gets no more answers.
    work.commit();
    const [written] = await Promise.all([id, work.done]);
    return written;
  }

  async read({ boardId, personId }: Owner): Promise<Entry[]> {
    const found = await this.database.getAllFromIndex('entries', 'owner', [boardId, personId]);
    return found.flatMap((one) => entry.safeParse(one).data ?? []);
  }

  async remove(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const work = this.database.transaction(['entries', 'aside'], 'readwrite');
    const stores = [work.objectStore('entries'), work.objectStore('aside')];
    await Promise.all([...stores.flatMap((store) => ids.map((id) => store.delete(id))), work.done]);
  }

  async setAside(ids: readonly number[], reason: ErrorCode): Promise<SetAside[]> {
    if (ids.length === 0) return [];
    const work = this.database.transaction(['entries', 'aside'], 'readwrite');
    const entries = work.objectStore('entries');
    const moved = ids.map(async (id) => {
      const found = entry.safeParse(await entries.get(id)).data;
      if (!found) return [];
      const taken = { ...found, boardId: found.boardId as Owner['boardId'], reason };
      await Promise.all([work.objectStore('aside').put(taken), entries.delete(id)]);
      return [taken];
    });
    const [taken] = await Promise.all([Promise.all(moved), work.done]);
    return taken.flat();
  }

  async readSetAside({ boardId, personId }: Owner): Promise<SetAside[]> {
    const found = await this.database.getAllFromIndex('aside', 'owner', [boardId, personId]);
    return found.flatMap((one) => setAside.safeParse(one).data ?? []);
  }

  close(): void {
    this.database.close();
  }
}
