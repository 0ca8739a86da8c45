import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { readFlat } from '#board/flat-record.ts';
import { boardDocument } from '#board/document.ts';
import { checkRecord } from '#board/records.ts';
import type { History } from '#server/sync/update-log.ts';
import { plainDoc } from './plain-doc.ts';
import type { Witness } from './witness.ts';

/** What one place holds of the board once nothing moves any more. */
export interface Replica {
  readonly name: string;
  readonly doc: Y.Doc;
}

/** A document of nothing but what the log gives. */
export function rebuilt({ state, rows }: History): Y.Doc {
  const doc = plainDoc();
  for (const { bytes } of [...(state ? [state] : []), ...rows]) Y.applyUpdate(doc, bytes);
  return doc;
}

/**
 * Everything that has to hold at rest: all alike, whole, and fit to be on a board. Equal bytes mean
 * equal content and an equal snapshot, so these are asked only to say what is wrong. [SYNC-26]
 */
export function checkAtRest(
  witness: Witness,
  replicas: readonly Replica[],
  isOneServer: boolean,
): void {
  const truth = collected(witness.stored.doc);
  const bytes = bytesOf(truth);
  for (const { name, doc } of replicas) {
    const { pendingStructs, pendingDs } = doc.store;
    if (pendingStructs ?? pendingDs) witness.blame(`${name} waits for what does not come`);
    const copy = collected(doc);
    if (bytesOf(copy).equals(bytes)) continue;
    const isAlike = isDeepStrictEqual(copy.toJSON(), truth.toJSON());
    witness.blame(`${name} ${isAlike ? 'holds other bytes' : 'shows something else'}`);
  }
  // Each server puts right what it sees; two who write at once may still make something unfit, which
  // readers then leave out. [DOC-9]
  if (isOneServer) checkRecords(witness, truth);
}

function checkRecords(witness: Witness, doc: Y.Doc): void {
  const { records, actions } = boardDocument(doc);
  for (const [id, record] of records) {
    const checked = checkRecord(readFlat(id, record));
    if (!checked.ok) witness.blame(`${id} may not be on a board: ${checked.why}`);
  }
  for (const [id, action] of actions) {
    if (!(action instanceof Y.Map)) witness.blame(`action ${id} is none`);
  }
}

/** Without what an undo manager keeps from being collected as garbage. */
function collected(doc: Y.Doc): Y.Doc {
  const copy = plainDoc();
  boardDocument(copy);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function bytesOf(doc: Y.Doc): Buffer {
  return Buffer.from(Y.encodeStateAsUpdate(doc));
}
