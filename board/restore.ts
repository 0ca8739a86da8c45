import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { addAction, readAction } from './actions.ts';
import { addCycle, readCycle, readCycles } from './cycles.ts';
import { readTask } from './document.ts';
import type { BoardDocument } from './document.ts';
import { createFlat, readFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import { addKnowledge, readKnowledge } from './knowledge.ts';
import { checkRecord } from './records.ts';

/**
 * Makes the board say again what `earlier` says, as ordinary edits that everybody receives: history
 * goes on, nothing is rewound. Promises stay as they are: confirmed actions are never taken away,
 * and facts are the database's. Call inside a transaction. True when anything changed. [SNAP-3]
 */
export function restoreBoard(board: BoardDocument, earlier: BoardDocument): boolean {
  const parts = [restoreRecords, restoreActions, restoreKnowledge, restoreCycles];
  return parts.map((restore) => restore(board, earlier)).includes(true);
}

/**
 * Brings the chosen records, actions and topics back as they were, with what cards show, what lies in them, the frames and
 * groups around them where these are gone, and the arrows' ends. Nothing is taken away. Call inside a
 * transaction. True when anything changed. [SNAP-8]
 */
export function restoreCards(
  board: BoardDocument,
  earlier: BoardDocument,
  chosen: ReadonlySet<string>,
): boolean {
  const records = readRecords(earlier);
  const shown = withShowing(records, chosen);
  const wanted = withBindings(
    board,
    records,
    withParents(board, records, withInside(records, shown)),
  );
  return [...wanted]
    .flatMap((id) => records.get(id) ?? [])
    .map((then) => [restoreRecord(board, then), restoreShown(board, earlier, then)].includes(true))
    .includes(true);
}

/**
 * Makes a document that nobody works on say what another says, facts too: a canvas that shows it
 * changes where the two differ, and need not be made anew. Call inside a transaction.
 */
export function showInstead(board: BoardDocument, other: BoardDocument): void {
  for (const key of [...board.facts.keys()]) if (!other.facts.has(key)) board.facts.delete(key);
  for (const [key, fact] of other.facts.entries()) {
    if (!equalityDeep(board.facts.get(key), fact)) board.facts.set(key, fact);
  }
  restoreBoard(board, other);
}

function restoreRecords(board: BoardDocument, earlier: BoardDocument): boolean {
  const then = readRecords(earlier);
  const gone = [...board.records.keys()].filter((id) => !then.has(id));
  for (const id of gone) board.records.delete(id);
  const changed = [...then.values()].filter((record) => restoreRecord(board, record));
  return gone.length + changed.length > 0;
}

function restoreRecord(board: BoardDocument, then: PlainRecord): boolean {
  if (equalityDeep(readRecord(board, then.id), then)) return false;
  board.records.set(then.id, createFlat(then));
  return true;
}

/** Every record that may be on a board, by id. */
export function readRecords(board: BoardDocument): Map<string, PlainRecord> {
  const records = [...board.records.keys()].flatMap((id) => readRecord(board, id) ?? []);
  return new Map(records.map((record) => [record.id, record]));
}

/** The record, unless it is one that nobody could see. */
function readRecord(board: BoardDocument, id: string): PlainRecord | undefined {
  const map: unknown = board.records.get(id);
  const record = map instanceof Y.Map ? readFlat(id, map) : undefined;
  return record && checkRecord(record).ok ? record : undefined;
}

/** With the cards that show a chosen action or topic. */
function withShowing(
  records: ReadonlyMap<string, PlainRecord>,
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const cards = [...records.values()].filter(({ props }) => {
    const { actionId, itemId } = Object(props) as Record<string, unknown>;
    return chosen.has(String(actionId)) || chosen.has(String(itemId));
  });
  return new Set([...chosen, ...cards.map(({ id }) => id)]);
}

function withInside(
  records: ReadonlyMap<string, PlainRecord>,
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const wanted = new Set(chosen);
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const { id, parentId } of records.values()) {
      if (wanted.has(String(parentId))) wanted.add(id);
    }
  }
  return wanted;
}

function withParents(
  board: BoardDocument,
  records: ReadonlyMap<string, PlainRecord>,
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const wanted = new Set(chosen);
  // A set gives what is added while it is walked.
  for (const id of wanted) {
    const parent = String(records.get(id)?.['parentId']);
    if (records.has(parent) && !readRecord(board, parent)) wanted.add(parent);
  }
  return wanted;
}

/** With the bindings between shapes that are on the board then. */
function withBindings(
  board: BoardDocument,
  records: ReadonlyMap<string, PlainRecord>,
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const isThere = (id: unknown): boolean =>
    chosen.has(String(id)) || readRecord(board, String(id)) !== undefined;
  const bindings = [...records.values()].filter(
    ({ typeName, fromId, toId }) =>
      typeName === 'binding' &&
      (chosen.has(String(fromId)) || chosen.has(String(toId))) &&
      isThere(fromId) &&
      isThere(toId),
  );
  return new Set([...chosen, ...bindings.map(({ id }) => id)]);
}

/** What a card shows comes back with it. */
function restoreShown(board: BoardDocument, earlier: BoardDocument, card: PlainRecord): boolean {
  const { actionId, itemId, cycleId } = Object(card['props']) as Record<string, unknown>;
  switch (card['type']) {
    case 'action-card':
      return restoreAction(board, earlier, String(actionId));
    case 'knowledge-card':
      return restoreTopic(board, earlier, String(itemId));
    case 'cycle-card':
      return restoreCycle(board, earlier, String(cycleId));
    default:
      return false;
  }
}

function restoreActions(board: BoardDocument, earlier: BoardDocument): boolean {
  const gone = [...board.actions.keys()].filter(
    (id) => !earlier.actions.has(id) && !readTask(board, id),
  );
  for (const id of gone) board.actions.delete(id);
  const changed = [...earlier.actions.keys()].filter((id) => restoreAction(board, earlier, id));
  return gone.length + changed.length > 0;
}

function restoreAction(board: BoardDocument, earlier: BoardDocument, id: string): boolean {
  const then = readAction(earlier, id);
  const now = readAction(board, id);
  const promised = now && readTask(board, id);
  if (!then || promised || equalityDeep(now, then)) return false;
  addAction(board, then);
  return true;
}

function restoreKnowledge(board: BoardDocument, earlier: BoardDocument): boolean {
  const gone = [...board.knowledge.keys()].filter((id) => !earlier.knowledge.has(id));
  for (const id of gone) board.knowledge.delete(id);
  const changed = [...earlier.knowledge.keys()].filter((id) => restoreTopic(board, earlier, id));
  return gone.length + changed.length > 0;
}

function restoreTopic(board: BoardDocument, earlier: BoardDocument, id: string): boolean {
  const then = readKnowledge(earlier, id);
  if (!then || equalityDeep(readKnowledge(board, id), then)) return false;
  addKnowledge(board, then);
  return true;
}

function restoreCycles(board: BoardDocument, earlier: BoardDocument): boolean {
  const gone = [...board.cycles.keys()].filter((id) => !earlier.cycles.has(id));
  for (const id of gone) board.cycles.delete(id);
  const changed = readCycles(earlier).filter(({ id }) => restoreCycle(board, earlier, id));
  return gone.length + changed.length > 0;
}

function restoreCycle(board: BoardDocument, earlier: BoardDocument, id: string): boolean {
  const then = readCycle(earlier, id);
  if (!then || equalityDeep(readCycle(board, id), then)) return false;
  addCycle(board, then);
  return true;
}
