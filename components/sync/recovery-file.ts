import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { documentOfUpdates } from '#board/document-of-updates.ts';
import type { ErrorCode } from '#board/errors.ts';
import type { BoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import type { NewEntry } from './outbox.ts';

/** Changes that are not on the server, as a file holds them. */
interface UnsavedPart {
  /** Why not; `waiting` when nobody refused them yet. */
  readonly reason: ErrorCode | 'waiting';
  /** Of the document that they belong to. */
  readonly epoch: number;
  /** ISO 8601, of the first and the last of them. */
  readonly from: string;
  readonly until: string;
  readonly changes: number;
  /** What these changes alone can be read to say: new notes and cards, not changes to older ones. */
  readonly readable: Projection;
  /** Yjs updates, format V1, in base64. */
  readonly updates: readonly string[];
}

/** All that one tab and this device hold of a board and the server does not. [SYNC-44] */
export interface RecoveryFile {
  readonly kind: 'verbeterbord-recovery';
  readonly version: 1;
  readonly boardId: BoardId;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The board as this tab shows it, unsaved changes included. */
  readonly board: Projection;
  readonly notSaved: readonly UnsavedPart[];
}

export interface ToRecover {
  readonly boardId: BoardId;
  readonly doc: Y.Doc;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly unsaved: readonly (NewEntry & { readonly reason: ErrorCode | 'waiting' })[];
}

export function recoveryFile({ boardId, doc, at, unsaved }: ToRecover): RecoveryFile {
  return {
    kind: 'verbeterbord-recovery',
    version: 1,
    boardId,
    madeAt: iso(at),
    board: projectBoard(boardDocument(doc)),
    notSaved: grouped(unsaved).map(partOf),
  };
}

/** By what they have in common. */
function grouped(unsaved: ToRecover['unsaved']): ToRecover['unsaved'][] {
  const groups = new Map<string, ToRecover['unsaved']>();
  for (const entry of unsaved) {
    const key = `${entry.reason} ${entry.epoch}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function partOf(entries: ToRecover['unsaved']): UnsavedPart {
  const [first] = entries;
  const times = entries.map(({ at }) => at);
  return {
    reason: first?.reason ?? 'waiting',
    epoch: first?.epoch ?? 0,
    from: iso(Math.min(...times)),
    until: iso(Math.max(...times)),
    changes: entries.reduce((sum, { changes }) => sum + changes, 0),
    readable: readable(entries.map(({ bytes }) => bytes)),
    updates: entries.map(({ bytes }) => toBase64(bytes)),
  };
}

/** Damaged bytes say nothing, and are in the file all the same. */
function readable(updates: readonly Uint8Array[]): Projection {
  try {
    return projectBoard(boardDocument(documentOfUpdates(updates)));
  } catch {
    return projectBoard(boardDocument(new Y.Doc()));
  }
}

const iso = (at: number): string => new Date(at).toISOString();
