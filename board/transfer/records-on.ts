import * as Y from 'yjs';
import type { BoardDocument } from '../document.ts';
import { readFlat } from '../flat-record.ts';
import type { PlainRecord } from '../flat-record.ts';
import { byId } from '../order.ts';
import { checkRecord } from '../records.ts';

/** The records that may be on a board, by id; what may not is left out. [DOC-9] */
export function recordsOn({ records }: Pick<BoardDocument, 'records'>): PlainRecord[] {
  return [...records.entries()]
    .flatMap(([id, map]) => ((map as unknown) instanceof Y.Map ? readFlat(id, map) : []))
    .filter((record) => checkRecord(record).ok)
    .sort(byId);
}
