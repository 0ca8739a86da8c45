import type { BoardDocument } from '../document.ts';
import type { PlainRecord } from '../flat-record.ts';
import { projectBoard } from '../projection.ts';
import type { Projection } from '../projection.ts';
import { recordsOn } from './records-on.ts';

/** The projection, and beside it the records, with which the board can be put up again. [PORT-1] */
export interface BoardFile extends Projection {
  readonly records: readonly PlainRecord[];
}

export function exportJson(board: BoardDocument): BoardFile {
  return { ...projectBoard(board), records: recordsOn(board) };
}
