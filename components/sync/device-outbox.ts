import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { errorCodes } from '#board/errors.ts';
import type { ErrorCode } from '#board/errors.ts';
import { Journal } from './journal.ts';
import type { Stray } from './journal.ts';
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
    value: Owner & NewEntry & { id?: number; key?: string };
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
  return new DeviceOutbox(database, new Journal(storageOf(globalThis)));
}

/** Browsers clear what they were not asked to keep when the disk is full. Asked once: some show a question. */
function askToPersist(): void {
  const { navigator } = globalThis as { navigator?: { storage?: Partial<StorageManager> } };
  // Where the browser has no such thing, nothing is lost by not asking.
  navigator?.storage?.persist?.().catch(() => false);
}

/** Reading the name alone is forbidden in some frames and private windows. */
function storageOf(place: { localStorage?: Storage }): Storage | undefined {
  try {
    return place.localStorage;
  } catch {
    return undefined;
  }
}

class DeviceOutbox implements Outbox {
  constructor(
    private readonly database: IDBPDatabase<Schema>,
    private readonly journal: Journal,
  ) {}

  async add(owner: Owner, entry: NewEntry): Promise<number> {
    const { boardId, personId } = owner;
    const { epoch, bytes, changes, at } = entry;
    const key = this.journal.nextKey(owner);
    try {
      const work = this.database.transaction('entries', 'readwrite');
      const id = work.store.add({ boardId, personId, epoch, bytes, changes, at, key });
      // Without waiting for the answer: a page that is about to go gets no more answers.
      work.commit();
      this.journal.keep(key, entry);
      const [written] = await Promise.all([id, work.done]);
      return written;
    } finally {
      this.journal.forget(key);
    }
  }

  /**
   * Writes down what tabs that are gone had no time for. What a tab that lives is writing is written
   * when the turn of this transaction comes, because it was asked for before it was in the journal.
   */
  private async takeOver({ boardId, personId }: Owner, strays: readonly Stray[]): Promise<void> {
    const work = this.database.transaction('entries', 'readwrite');
    const held = await work.store.index('owner').getAll([boardId, personId]);
    const written = new Set(held.map(({ key }) => key));
    const lost = strays.filter(({ key }) => !written.has(key));
    const adds = lost.map(({ key, entry }) => work.store.add({ boardId, personId, ...entry, key }));
    await Promise.all([...adds, work.done]);
    for (const { key } of strays) this.journal.forget(key);
  }

  async read(owner: Owner): Promise<Entry[]> {
    const strays = this.journal.strays(owner);
    if (strays.length > 0) await this.takeOver(owner, strays);
    const { boardId, personId } = owner;
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
