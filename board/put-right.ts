import * as Y from 'yjs';
import { serverRoots } from './document.ts';
import type { BoardDocument } from './document.ts';
import { readFlat } from './flat-record.ts';
import type { FlatEntries, FlatRecord } from './flat-record.ts';
import { checkRecord } from './records.ts';

/**
 * Undoes what a person's update may not say, in the transaction that applied it, so that one update
 * holds both and nobody sees the first without the second: writes to the server's roots, votes in
 * another's name, records that may not be on a board. [SYNC-8] [SYNC-28]
 *
 * @returns how many entries were put right
 */
export function putRight(
  board: BoardDocument,
  transaction: Y.Transaction,
  personId: string,
): number {
  const { actions, knowledge, cycles, records, votes } = board;
  let count = 0;
  for (const root of serverRoots) count += restore(board[root], transaction, () => false);
  for (const root of [actions, knowledge, cycles, records]) {
    count += restore(root, transaction, (_, now) => now === undefined || now instanceof Y.Map);
  }
  count += restore(votes, transaction, (key, now) => mayVote(key, now, personId));
  for (const id of touchedRecords(board, transaction)) {
    count += putRecordRight(records, id, transaction);
  }
  return count;
}

/** Dots that one person may give to one subject in a round; more is no vote. */
const MAX_VOTES = 99;

/** A vote is under "round|subject|person". */
function mayVote(key: string, vote: unknown, personId: string): boolean {
  if (!key.endsWith(`|${personId}`)) return false;
  if (vote === undefined) return true;
  return Number.isInteger(vote) && Number(vote) >= 0 && Number(vote) <= MAX_VOTES;
}

/** Gives each key that the transaction changed its value back, unless what it says now is fine. */
function restore(
  map: Y.Map<never>,
  transaction: Y.Transaction,
  isFine: (key: string, now: unknown) => boolean,
): number {
  let count = 0;
  for (const [key, before] of changesOf(map, transaction)) {
    if (isFine(key, map.get(key))) continue;
    setBack(map, key, before);
    count += 1;
  }
  return count;
}

function setBack(map: Y.Map<unknown>, key: string, before: unknown): void {
  // A type that was deleted cannot come back; without it the key is free again.
  if (before === undefined || before instanceof Y.AbstractType) map.delete(key);
  else map.set(key, before);
}

/** The keys of a map that the transaction changed, and the value that each had before. */
function changesOf(map: Y.Map<unknown>, transaction: Y.Transaction): Map<string, unknown> {
  const keys = transaction.changed.get(map as Y.AbstractType<Y.YEvent<never>>);
  if (!keys) return new Map();
  const changes = [...new Y.YMapEvent(map, transaction, keys).keys];
  return new Map(changes.map(([key, { oldValue }]) => [key, oldValue as unknown]));
}

function touchedRecords({ records }: BoardDocument, { changed }: Y.Transaction): Set<string> {
  const ids = new Set<string>();
  for (const [type, keys] of changed) {
    if (type === records) for (const key of keys) ids.add(key ?? '');
    else {
      const id = keyWithin(type, records);
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

/** The key of the map under which the type lies, however deep. */
function keyWithin(type: Y.AbstractType<unknown>, map: unknown): string | undefined {
  for (let item = type._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) {
    if (item.parent === map) return item.parentSub ?? undefined;
  }
  return undefined;
}

/** A record that was fine becomes what it was; one that never was goes. */
function putRecordRight(
  records: Y.Map<FlatRecord>,
  id: string,
  transaction: Y.Transaction,
): number {
  const map = records.get(id);
  if (!map || isFit(id, map)) return 0;
  if (isNew(map, transaction)) {
    records.delete(id);
    return 1;
  }
  const changes = changesOf(map, transaction);
  // Readers leave out what was unfit before, and whoever edits it may be mending it.
  if (changes.size === 0 || !isFit(id, entriesBefore(map, changes))) return 0;
  for (const [key, before] of changes) setBack(map, key, before);
  return changes.size;
}

const isFit = (id: string, entries: FlatEntries): boolean => checkRecord(readFlat(id, entries)).ok;

function isNew(map: FlatRecord, { beforeState }: Y.Transaction): boolean {
  const id = map._item?.id;
  return id !== undefined && id.clock >= (beforeState.get(id.client) ?? 0);
}

function entriesBefore(map: FlatRecord, changes: ReadonlyMap<string, unknown>): FlatEntries {
  const entries = new Map<string, unknown>([...map.entries(), ...changes]);
  for (const [key, value] of changes) if (value === undefined) entries.delete(key);
  return entries;
}
