import { isEqual } from 'tldraw';
import type { TLRecord, TLStore } from 'tldraw';
import type * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import { createFlat, readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { Outlook } from './outlook.ts';
import { fitRecord, readRecord } from './read-record.ts';
import { repair } from './repairs.ts';
import { onTextEngine } from './rich-text/text-engine.ts';
import type { Schedule } from './schedule.ts';
import { StrokePace } from './stroke-pace.ts';
import { sameWords } from './words-of.ts';
import { parentsFirst } from './write-order.ts';
import { writeRecord } from './write-record.ts';

/** What the binding asks of the editor on screen. */
export interface Screen {
  /** Runs `work` so that it leaves no trace in the undo history. */
  quietly(work: () => void): void;
  /** These records are about to go: let go of any gesture that holds one. */
  letGo(ids: ReadonlySet<string>): void;
  /** The shape whose text is being composed with an input method just now. */
  composing(): string | undefined;
  /** These records now show what others made of them. */
  shown(ids: ReadonlySet<string>): void;
  /** What is written from here on is an undo step of its own. */
  endStep(): void;
}

export interface BindingDeps {
  readonly store: TLStore;
  readonly board: BoardDocument;
  readonly schedule: Schedule;
  /** May this person change the board just now? */
  readonly writable: () => boolean;
}

const COMMIT_EVERY = 60; // ms; smooth for a watcher, few enough commits to keep the document small
const COMMIT_MANY_EVERY = 100; // ms, when many records change at once
const MANY = 5;

/**
 * Keeps a tldraw store and a board document equal. It compares states rather than replaying events:
 * `shadow` is each record as both sides last agreed on it, and whatever differs from it is a change.
 */
export class StoreBinding {
  /** Records that would break an editor, with the reason; the rest of the board lives on. [BIND-5] */
  readonly quarantine = new Map<string, string>();
  readonly #deps: BindingDeps;
  readonly #shadow = new Map<string, TLRecord>();
  readonly #dirtyLocal = new Set<string>();
  readonly #dirtyRemote = new Set<string>();
  readonly #strokes: StrokePace;
  /** Records whose words were changed here since the last undo step ended on their account. */
  readonly #writtenIn = new Set<string>();
  #screen: Screen | undefined;
  #undo: (() => void)[] = [];
  #cancelCommit: (() => void) | undefined;
  #cancelApply: (() => void) | undefined;
  #committedAt = -Infinity;

  constructor(deps: BindingDeps) {
    this.#deps = deps;
    this.#strokes = new StrokePace(deps.store, deps.schedule);
  }

  /** Fills the store from the document, which has to be in sync, and follows both. [BIND-1] */
  start(): void {
    const { store, board } = this.#deps;
    for (const id of board.records.keys()) this.#dirtyRemote.add(id);
    const observe: Parameters<typeof board.records.observeDeep>[0] = (events, transaction) => {
      if (transaction.origin !== this) this.#heardRemote(events);
    };
    board.records.observeDeep(observe);
    this.#undo.push(
      () => board.records.unobserveDeep(observe),
      // Not `user` alone: side effects come as either, and equality with the shadow stops echoes.
      store.listen(({ changes }) => this.#heardLocal(changes), {
        source: 'all',
        scope: 'document',
      }),
      // Texts with looks wait for it. [BIND-5]
      onTextEngine(() => [...this.quarantine.keys()].forEach((id) => this.#ask(id))),
    );
    this.applyRemote();
  }

  stop(): void {
    this.flush();
    for (const undo of this.#undo.splice(0)) undo();
    this.#cancelCommit?.();
    this.#cancelApply?.();
    this.#cancelCommit = this.#cancelApply = undefined;
  }

  /** Protects the gestures of an editor that shows the store; the answer ends that. */
  attach(screen: Screen): () => void {
    this.#screen = screen;
    return () => {
      if (this.#screen === screen) this.#screen = undefined;
    };
  }

  /** Writes every local change into the document now, strokes in the making included. [BIND-3] */
  flush(): void {
    this.#commit(() => false);
  }

  /** Shows every change of others now; by itself this happens once per frame. */
  applyRemote(): void {
    this.#cancelApply?.();
    this.#cancelApply = undefined;
    const gone = this.#deletedByOthers();
    if (gone.size > 0) this.#screen?.letGo(gone);
    // Mine first: what is read back then holds both, and no keystroke is lost. [BIND-4]
    this.#commit((id) => this.#strokes.mayWait(id) && !this.#dirtyRemote.has(id));
    const ids = this.#takeRemote();
    if (ids.size === 0) return;
    this.#merge(ids);
    this.#screen?.shown(ids);
    if (this.#dirtyLocal.size > 0) this.#planCommit();
  }

  #heardLocal(changes: { added: object; updated: object; removed: object }): void {
    const { added, updated, removed } = changes;
    for (const id of Object.keys({ ...added, ...updated, ...removed })) this.#dirtyLocal.add(id);
    this.#planCommit();
  }

  #heardRemote(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const [id] = event.path;
      if (id !== undefined) this.#dirtyRemote.add(String(id));
      else for (const key of event.changes.keys.keys()) this.#dirtyRemote.add(key);
    }
    this.#planApply();
  }

  #planApply(): void {
    this.#cancelApply ??= this.#deps.schedule.nextFrame(() => this.applyRemote());
  }

  #planCommit(): void {
    if (this.#cancelCommit) return;
    const { schedule } = this.#deps;
    const every = this.#dirtyLocal.size > MANY ? COMMIT_MANY_EVERY : COMMIT_EVERY;
    const wait = Math.max(0, this.#committedAt + every - schedule.now());
    this.#cancelCommit = schedule.after(wait, () =>
      this.#commit((id) => this.#strokes.mayWait(id)),
    );
  }

  #commit(mayWait: (id: string) => boolean): void {
    const { store, board, schedule, writable } = this.#deps;
    store._flushHistory();
    this.#cancelCommit?.();
    this.#cancelCommit = undefined;
    const ids = [...this.#dirtyLocal];
    this.#dirtyLocal.clear();
    if (ids.length === 0 || !writable()) return;
    this.#committedAt = schedule.now();
    const composing = this.#screen?.composing();
    const [later, due] = divide(ids, (id) => id === composing || mayWait(id));
    const ordered = parentsFirst(store, due);
    board.doc.transact(() => ordered.forEach((id) => this.#write(id)), this);
    for (const id of later) this.#dirtyLocal.add(id);
    if (later.length > 0) this.#planCommit();
  }

  #write(id: string): void {
    const { records } = this.#deps.board;
    const now = this.#shown(id);
    const was = this.#shadow.get(id);
    if (now === was) return;
    if (!now) {
      records.delete(id);
      this.#shadow.delete(id);
      return;
    }
    const map = records.get(id);
    // What somebody else deleted stays deleted; pages and the document itself are the server's to make.
    if (!map && (was || isServers(now))) return this.#ask(id);
    if (!fitRecord(plain(now)).ok) return this.#ask(id);
    if (map) writeRecord(map, plain(was ?? readFlat(id, map)), plain(now));
    else records.set(id, createFlat(plain(now)));
    if (!was || !sameWords(was, now)) this.#writtenIn.add(id);
    this.#shadow.set(id, now);
    this.#strokes.sent(now);
  }

  /** Has the next frame show what the document says. */
  #ask(id: string): void {
    this.#dirtyRemote.add(id);
    this.#planApply();
  }

  #shown(id: string): TLRecord | undefined {
    return this.#deps.store.unsafeGetWithoutCapture(id as TLRecord['id']);
  }

  #deletedByOthers(): Set<string> {
    const { records } = this.#deps.board;
    return new Set([...this.#dirtyRemote].filter((id) => !records.has(id) && this.#shadow.has(id)));
  }

  #takeRemote(): Set<string> {
    const ids = new Set(this.#dirtyRemote);
    this.#dirtyRemote.clear();
    const composing = this.#screen?.composing();
    if (composing !== undefined && ids.delete(composing)) this.#ask(composing);
    // What was held back may fit now that other records have come.
    if (ids.size > 0) for (const id of this.quarantine.keys()) ids.add(id);
    return ids;
  }

  #merge(ids: ReadonlySet<string>): void {
    const { store, board } = this.#deps;
    const outlook = new Outlook(store, (id) => board.records.has(id));
    for (const id of ids) this.#read(id, outlook);
    for (const id of outlook.bindingsAhead()) this.#hold(id, 'an end of it is not shown', outlook);
    const agreed = outlook.incoming();
    const repaired = outlook.isStructural() ? repair(outlook) : [];
    if (agreed.some((record) => this.#interleaves(record))) this.#endStep();
    this.#show(outlook);
    for (const record of agreed) this.#agree(record);
    for (const id of repaired) this.#dirtyLocal.add(id);
  }

  /** Words of others come in among words written here, which one undo step must not take together. */
  #interleaves(record: TLRecord): boolean {
    const shown = this.#shown(record.id);
    return this.#writtenIn.has(record.id) && shown !== undefined && !sameWords(shown, record);
  }

  #endStep(): void {
    this.#writtenIn.clear();
    this.#screen?.endStep();
  }

  #read(id: string, outlook: Outlook): void {
    this.quarantine.delete(id);
    const map = this.#deps.board.records.get(id);
    if (!map) {
      this.#shadow.delete(id);
      outlook.remove(id);
      return;
    }
    const read = readRecord(id, map);
    if (read.ok) outlook.put(read.record);
    else this.#hold(id, read.why, outlook);
  }

  /** Keeps a record off the screen; one that was shown before stays as it last was. */
  #hold(id: string, why: string, outlook: Outlook): void {
    this.quarantine.set(id, why);
    outlook.leave(id);
  }

  #show(outlook: Outlook): void {
    const { store } = this.#deps;
    const { put, remove } = outlook.changes();
    const merge = (): void => {
      switchOffSideEffects(store);
      store.put(put);
      store.remove(remove);
    };
    const quietly = (work: () => void): void => {
      if (this.#screen) this.#screen.quietly(work);
      else work();
    };
    quietly(() => store.mergeRemoteChanges(merge));
  }

  #agree(record: TLRecord): void {
    const shown = this.#shown(record.id);
    const same = shown !== undefined && isEqual(shown, record);
    this.#shadow.set(record.id, same ? shown : record);
    // A record put and taken back within one step is invisible to listeners.
    if (!same) this.#dirtyLocal.add(record.id);
  }
}

/**
 * Side effects of others came along with their changes; running them here again would answer every
 * change with a change, for ever. The store switches them on again when the merge ends. Not in
 * tldraw's public types, hence pinned by a test.
 */
function switchOffSideEffects(store: TLStore): void {
  (store.sideEffects as unknown as { setIsEnabled(on: boolean): void }).setIsEnabled(false);
}

function plain(record: TLRecord | PlainRecord): PlainRecord {
  return record as PlainRecord;
}

function isServers({ typeName }: TLRecord): boolean {
  return typeName === 'page' || typeName === 'document';
}

function divide<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
