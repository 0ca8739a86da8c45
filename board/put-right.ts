import * as Y from 'yjs';
import { isNear } from './bounds.ts';
import { clientRoots, serverRoots } from './document.ts';
import type { BoardDocument } from './document.ts';
import { POSITION, readFlat } from './flat-record.ts';
import type { FlatEntries, FlatRecord } from './flat-record.ts';
import { checkRecord } from './records.ts';
import { MOST_VOTES } from './votes.ts';

/** What an update did to a document, as `Y.Transaction` has it. */
export interface Change extends Pick<Y.Transaction, 'changed' | 'deleteSet'> {
  /** True for what the update brought. */
  isMade(id: Y.ID): boolean;
}

/**
 * Undoes what a person's update may not say, in the transaction that applied it, so that one update
 * holds both and nobody sees the first without the second: writes to the server's roots, votes in
 * another's name, records that may not be on a board. [SYNC-8] [SYNC-28]
 *
 * @returns how many entries were put right
 */
export function putRight(board: BoardDocument, change: Change, personId: string): number {
  let count = 0;
  const check = (name: RootName, isFine: (key: string, now: unknown) => boolean): void => {
    count += restore(board[name] as Y.Map<unknown>, change, isFine);
  };
  for (const root of serverRoots) check(root, () => false);
  for (const root of clientRoots) if (root !== 'votes') check(root, isMapOrGone);
  check('votes', (key, now) => mayVote(key, now, personId));
  for (const id of doubtfulRecords(board, change)) {
    count += putRecordRight(board.records, id, change);
  }
  return count;
}

type RootName = (typeof serverRoots)[number] | (typeof clientRoots)[number];

const isMapOrGone = (_key: string, now: unknown): boolean =>
  now === undefined || now instanceof Y.Map;

/** A vote is under "round|subject|person"; what is under any other key is none and counts for nothing. */
function mayVote(key: string, vote: unknown, personId: string): boolean {
  const [, , voter, more] = key.split('|');
  if (voter === undefined || more !== undefined) return true;
  if (voter !== personId) return false;
  return (
    vote === undefined ||
    (Number.isInteger(vote) && Number(vote) >= 0 && Number(vote) <= MOST_VOTES)
  );
}

/** Gives each key that the transaction changed its value back, unless what it says now is fine. */
function restore(
  map: Y.Map<unknown>,
  change: Change,
  isFine: (key: string, now: unknown) => boolean,
): number {
  let count = 0;
  for (const [key, before] of changesOf(map, change)) {
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
function changesOf(map: Y.Map<unknown>, change: Change): Map<string, unknown> {
  const changes = new Map<string, unknown>();
  const keys = change.changed.get(map as unknown as ChangedType);
  for (const key of keys ?? []) {
    if (key !== null) changes.set(key, valueBefore(map, key, change));
  }
  return changes;
}

/** Yjs computes this for its events, but only once the transaction is over. */
function valueBefore(map: Y.Map<unknown>, key: string, change: Change): unknown {
  let item = map._map.get(key) ?? null;
  while (item && change.isMade(item.id)) item = item.left;
  if (!item || (item.deleted && !isDeletedIn(change, item.id))) return undefined;
  return item.content.getContent().at(-1);
}

function isDeletedIn({ deleteSet }: Change, { client, clock }: Y.ID): boolean {
  const ranges = deleteSet.clients.get(client) ?? [];
  return ranges.some((range) => clock >= range.clock && clock < range.clock + range.len);
}

/** As Yjs types the keys of `Transaction.changed`. */
type ChangedType = Parameters<Y.Transaction['changed']['get']>[0];

/** Records that the transaction may have made unfit: moves and words, which are most edits, cannot. */
function doubtfulRecords({ records }: BoardDocument, { changed }: Change): Set<string> {
  const ids = new Set<string>();
  for (const [type, keys] of changed) {
    if (Object.is(type, records)) for (const key of keys) ids.add(key ?? '');
    else if (type instanceof Y.Map && isMoveAlone(type as FlatRecord, keys)) continue;
    else if (type instanceof Y.Map) ids.add(keyWithin(type._item, records) ?? '');
  }
  return ids;
}

function isMoveAlone(record: FlatRecord, keys: ReadonlySet<string | null>): boolean {
  if (keys.size !== 1 || !keys.has(POSITION)) return false;
  const place: unknown = record.get(POSITION);
  return Array.isArray(place) && place.length === 2 && place.every(isNear);
}

/** The key of the map under which the item lies, however deep. */
function keyWithin(of: Y.Item | null, map: unknown): string | undefined {
  for (let item = of; item; item = (item.parent as ChangedType)._item) {
    if (item.parent === map) return item.parentSub ?? undefined;
  }
  return undefined;
}

/** A record that was fine becomes what it was; one that never was goes. */
function putRecordRight(records: Y.Map<FlatRecord>, id: string, change: Change): number {
  const map = records.get(id);
  if (!map || isFit(id, map)) return 0;
  if (isNew(map, change)) {
    records.delete(id);
    return 1;
  }
  const changes = changesOf(map, change);
  // Readers leave out what was unfit before, and whoever edits it may be mending it.
  if (changes.size === 0 || !isFit(id, entriesBefore(map, changes))) return 0;
  for (const [key, before] of changes) setBack(map, key, before);
  return changes.size;
}

const isFit = (id: string, entries: FlatEntries): boolean => checkRecord(readFlat(id, entries)).ok;

function isNew(map: FlatRecord, change: Change): boolean {
  return map._item !== null && change.isMade(map._item.id);
}

function entriesBefore(map: FlatRecord, changes: ReadonlyMap<string, unknown>): FlatEntries {
  const entries = new Map<string, unknown>([...map.entries(), ...changes]);
  for (const [key, value] of changes) if (value === undefined) entries.delete(key);
  return entries;
}
