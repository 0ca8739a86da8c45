import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { documentOfUpdates } from '#board/document-of-updates.ts';
import { reapply } from '#board/reapply.ts';
import type { Entry, NewEntry, OpenOutbox, Outbox, Owner, SetAside } from './outbox.ts';
import type { Rescue } from './rescue.ts';
import type { SetAsideChanges } from './set-aside-changes.ts';
import type { UnsavedChanges } from './unsaved-changes.ts';
import { within } from './within.ts';

/** Milliseconds that the device gets for one answer; some browsers never give one. */
const PATIENCE_MS = 3_000;

export interface DeviceDeps {
  readonly doc: Y.Doc;
  readonly unsaved: UnsavedChanges;
  readonly setAside: SetAsideChanges;
  /** Left out where nothing is kept. */
  readonly open: OpenOutbox | undefined;
  /** Of a connection before this one, in the same tab. */
  readonly rescue: Rescue | undefined;
}

/** Brings back what earlier tabs and visits left unsaved on this device. Never throws, never waits long. */
export class DeviceChanges {
  private opening: Promise<Outbox | undefined> | undefined;
  /** Of epochs that are over. */
  private older: readonly Entry[] = [];
  private rescue: Rescue | undefined;
  private reapplying = false;

  constructor(private readonly deps: DeviceDeps) {
    this.rescue = deps.rescue;
  }

  start(): void {
    const { open, unsaved } = this.deps;
    this.opening = open ? this.tried(open) : Promise.resolve(undefined);
    void this.opening.then((outbox) => unsaved.writeTo(outbox));
  }

  stop(): void {
    void this.opening?.then((outbox) => outbox?.close());
    this.opening = undefined;
  }

  /**
   * Reads what the device holds. Those who may write find the part that fits the document in it
   * afterwards: what it builds on may still be missing, Yjs keeps it until that comes. [SYNC-42]
   */
  async gather(owner: Owner, epoch: number, access: 'write' | 'view'): Promise<void> {
    const { unsaved, setAside } = this.deps;
    unsaved.belongTo(owner, epoch);
    if (this.rescue?.personId !== owner.personId) this.rescue = undefined;
    if (this.rescue) await this.keepAside(this.rescue.setAside);
    const [entries, aside] = await this.read(owner);
    this.older = entries.filter((entry) => entry.epoch !== epoch);
    unsaved.takeIn(entries.filter((entry) => entry.epoch === epoch));
    const mine = new Set(unsaved.all.map(({ id }) => id));
    setAside.takeIn(aside.filter(({ id }) => !mine.has(id)));
    if (access === 'write') this.apply();
  }

  /** Writes what belonged to other documents into this one, which has to be complete. [SYNC-46] */
  async reapply(): Promise<void> {
    const { rescue, older } = this;
    if (this.reapplying) return;
    this.reapplying = true;
    if (rescue && rescue.reapply.length > 0) this.write(() => rescue.doc, rescue.reapply);
    // Whoever takes them off the device writes them again: two tabs would write them twice.
    const reason = 'epoch-changed';
    const taken = await this.keepAside(older.map((entry) => ({ ...entry, reason })));
    if (taken.length > 0) this.write(documentOfUpdates, taken);
    if (this.rescue === rescue) this.rescue = undefined;
    if (this.older === older) this.older = [];
    this.reapplying = false;
  }

  /** Something is still to be written again. */
  get hasMore(): boolean {
    return this.older.length > 0 || (this.rescue?.reapply.length ?? 0) > 0;
  }

  /** Forgets what was set aside. */
  async drop(): Promise<void> {
    const ids = this.deps.setAside.drop();
    const outbox = await this.opening;
    await this.tried(async () => outbox?.remove(ids));
  }

  /** Has the device send these no more; answers those that it still had. */
  private async keepAside(items: readonly SetAside[]): Promise<readonly SetAside[]> {
    this.deps.setAside.takeIn(items);
    const [first] = items;
    const ids = items.flatMap(({ id }) => id ?? []);
    if (!first || ids.length === 0) return [];
    const outbox = await this.opening;
    return (await this.tried(async () => outbox?.setAside(ids, first.reason))) ?? [];
  }

  private write(
    docOf: (updates: readonly Uint8Array[]) => Y.Doc,
    entries: readonly NewEntry[],
  ): void {
    const { doc } = this.deps;
    const updates = entries.map(({ bytes }) => bytes);
    try {
      const old = boardDocument(docOf(updates));
      doc.transact(() => reapply(old, updates, boardDocument(doc)));
    } catch {
      // They are set aside, for the person to download.
    }
  }

  private apply(): void {
    const { doc, unsaved } = this.deps;
    for (const item of unsaved.all) {
      if (item.inDocument) continue;
      item.inDocument = true;
      try {
        Y.applyUpdate(doc, item.bytes, this);
      } catch {
        unsaved.leaveOut(item, 'damaged');
      }
    }
  }

  private async read(owner: Owner): Promise<[Entry[], SetAside[]]> {
    const outbox = await this.opening;
    const found = await this.tried(async () => {
      return outbox && Promise.all([outbox.read(owner), outbox.readSetAside(owner)]);
    });
    return found ?? [[], []];
  }

  private async tried<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await within(PATIENCE_MS, work());
    } catch {
      return undefined;
    }
  }
}
