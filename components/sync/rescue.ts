import type * as Y from 'yjs';
import type { ErrorCode } from '#board/errors.ts';
import type { NewEntry, SetAside } from './outbox.ts';
import type { Unsaved } from './unsaved-changes.ts';

/** What a connection that cannot go on leaves to the next one, which starts from a fresh document. */
export interface Rescue {
  /** Whose it is; nobody else's connection takes it over. */
  readonly personId: string;
  /** The document as it was, unsaved changes included. */
  readonly doc: Y.Doc;
  /** To be written again into the fresh document. */
  readonly reapply: readonly NewEntry[];
  /** To be kept for the person. */
  readonly setAside: readonly SetAside[];
}

const aboutDocument = new Set<ErrorCode>(['epoch-changed', 'foreign-id']);

/**
 * Nothing is wrong with what was written, only with the document that it was written in: it can be
 * written again in another.
 */
export const isAboutDocument = (reason: ErrorCode): boolean => aboutDocument.has(reason);

/** `unsaved` is what nobody confirmed before the connection was refused for `reason`. */
export function rescueOf(
  reason: ErrorCode,
  personId: string,
  doc: Y.Doc,
  unsaved: readonly Unsaved[],
  setAside: readonly SetAside[],
): Rescue {
  const reapply = isAboutDocument(reason) ? unsaved : [];
  // What was not refused itself is sent again from the device.
  const kept = unsaved.filter(
    ({ refused, place }) => reapply.length > 0 || refused || place === 'tab',
  );
  const more = kept.map((item) => ({ ...item, reason: item.refused ?? reason }));
  return { personId, doc, reapply, setAside: [...setAside, ...more] };
}
