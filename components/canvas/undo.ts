import { isEqual } from 'tldraw';
import type { RecordsDiff, TLBinding, TLRecord, TLStore } from 'tldraw';
import { takeLeaves } from './take-leaves.ts';
import { withoutWords } from './without-words.ts';

type Diff = RecordsDiff<TLRecord>;

/**
 * Makes undo and redo touch only what this person did. tldraw's history puts whole records back;
 * here each step is taken leaf by leaf against what the board holds by now. Only the history applies
 * diffs with `ignoreEphemeralKeys`, which is how its steps are told apart. The answer unwraps.
 */
export function keepOthersWork(store: TLStore): () => void {
  const apply = store.applyDiff.bind(store);
  const gone = new Set<string>();
  store.applyDiff = (diff, options) => {
    apply(options?.ignoreEphemeralKeys ? ownStep(store, diff, gone) : diff, options);
  };
  return () => {
    store.applyDiff = apply;
  };
}

function ownStep(store: TLStore, diff: Diff, gone: Set<string>): Diff {
  const step = { added: {}, updated: {}, removed: {} } as Diff;
  for (const [from, to] of Object.values(diff.updated)) update(store, step, from, to);
  for (const record of Object.values(diff.removed)) remove(store, step, diff, record, gone);
  for (const record of Object.values(diff.added)) add(store, step, diff, record, gone);
  return step;
}

function update(store: TLStore, step: Diff, from: TLRecord, to: TLRecord): void {
  if (!isShared(store, to)) {
    set(step.updated, to.id, [from, to]);
    return;
  }
  const now = store.unsafeGetWithoutCapture(to.id);
  if (!now) return; // deleted by somebody else; a change does not bring it back [UNDO-2]
  const next = takeLeaves(now, from, to);
  if (!isEqual(now, next)) set(step.updated, to.id, [now, next]);
}

function remove(store: TLStore, step: Diff, diff: Diff, record: TLRecord, gone: Set<string>): void {
  const now = store.unsafeGetWithoutCapture(record.id);
  if (!now) gone.add(record.id);
  else if (!isShared(store, record)) set(step.removed, record.id, record);
  else {
    // Somebody else wrote in it: my words go, theirs stay, and so does what they stand on. [UNDO-4]
    const left = withoutWords(now, record);
    if (holdsOthers(store, diff, record)) return;
    if (left) set(step.updated, now.id, [now, left]);
    else set(step.removed, record.id, record);
  }
}

function add(
  store: TLStore,
  step: Diff,
  diff: Diff,
  record: TLRecord,
  gone: ReadonlySet<string>,
): void {
  if (store.unsafeGetWithoutCapture(record.id)) return;
  if (gone.has(record.id)) return; // somebody else deleted it before I took my creating it back
  const there = (id: string): boolean => {
    return id in diff.added || store.unsafeGetWithoutCapture(id as TLRecord['id']) !== undefined;
  };
  if (leansOn(record).every(there)) set(step.added, record.id, record);
}

/** A group or frame in which somebody else has put something. [UNDO-4] */
function holdsOthers(store: TLStore, diff: Diff, record: TLRecord): boolean {
  if (record.typeName !== 'shape' || (record.type !== 'group' && record.type !== 'frame'))
    return false;
  return store.allRecords().some((other) => {
    return (
      other.typeName === 'shape' && other.parentId === record.id && !(other.id in diff.removed)
    );
  });
}

/** What has to be on the board for the record to make sense. */
function leansOn(record: TLRecord): string[] {
  if (record.typeName === 'shape') return [record.parentId];
  if (record.typeName === 'binding') return [(record as TLBinding).fromId, record.toId];
  return [];
}

function isShared(store: TLStore, record: TLRecord): boolean {
  return store.scopedTypes.document.has(record.typeName);
}

function set<T>(map: Record<string, T>, id: string, value: T): void {
  map[id] = value;
}
