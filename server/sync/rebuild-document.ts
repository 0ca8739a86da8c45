import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { rebuilt } from '#board/rebuilt.ts';
import { canonicalJson } from '#board/canonical-json.ts';
import { replay } from './fold-document.ts';

export interface RebuildJob {
  /** Everything that the document holds, as Yjs updates in order. */
  readonly updates: readonly Uint8Array[];
  readonly epoch: number;
  /** A Yjs client id that the document does not know. */
  readonly clientId: number;
}

/** The same content without a past, as one update, V1. Throws when it would say anything else. [SYNC-38] */
export function rebuildDocument({ updates, epoch, clientId }: RebuildJob): Uint8Array {
  const old = boardDocument(replay({ rows: updates }));
  const bytes = Y.encodeStateAsUpdate(rebuilt(old, epoch, clientId).doc);
  const copy = boardDocument(replay({ rows: [bytes] }));
  old.meta.set('epoch', epoch);
  if (canonicalJson(copy.doc) !== canonicalJson(old.doc)) {
    throw new Error('the rebuilt document says something else');
  }
  return bytes;
}
