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
 * and facts are the database's. Call inside a transaction. [SNAP-3]
 */
export function restoreBoard(board: BoardDocument, earlier: BoardDocument): void {
  restoreRecords(board, earlier);
  restoreActions(board, earlier);
  restoreKnowledge(board, earlier);
  restoreCycles(board, earlier);
}

function restoreRecords(board: BoardDocument, earlier: BoardDocument): void {
  for (const id of [...board.records.keys()]) {
    if (!readRecord(earlier, id)) board.records.delete(id);
  }
  for (const id of earlier.records.keys()) {
    const then = readRecord(earlier, id);
    if (then && !equalityDeep(readRecord(board, id), then)) {
      board.records.set(id, createFlat(then));
    }
  }
}

/** The record, unless it is one that nobody could see. */
function readRecord(board: BoardDocument, id: string): PlainRecord | undefined {
  const map: unknown = board.records.get(id);
  const record = map instanceof Y.Map ? readFlat(id, map) : undefined;
  return record && checkRecord(record).ok ? record : undefined;
}

function restoreActions(board: BoardDocument, earlier: BoardDocument): void {
  for (const id of [...board.actions.keys()]) {
    if (!earlier.actions.has(id) && !readTask(board, id)) board.actions.delete(id);
  }
  for (const id of earlier.actions.keys()) {
    const then = readAction(earlier, id);
    const now = readAction(board, id);
    const promised = now && readTask(board, id);
    if (then && !promised && !equalityDeep(now, then)) addAction(board, then);
  }
}

function restoreKnowledge(board: BoardDocument, earlier: BoardDocument): void {
  for (const id of [...board.knowledge.keys()]) {
    if (!earlier.knowledge.has(id)) board.knowledge.delete(id);
  }
  for (const id of earlier.knowledge.keys()) {
    const then = readKnowledge(earlier, id);
    if (then && !equalityDeep(readKnowledge(board, id), then)) addKnowledge(board, then);
  }
}

function restoreCycles(board: BoardDocument, earlier: BoardDocument): void {
  for (const id of [...board.cycles.keys()]) {
    if (!earlier.cycles.has(id)) board.cycles.delete(id);
  }
  for (const then of readCycles(earlier)) {
    if (!equalityDeep(readCycle(board, then.id), then)) addCycle(board, then);
  }
}
