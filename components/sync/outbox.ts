import type { ErrorCode } from '#board/errors.ts';
import type { BoardId } from '#board/ids.ts';

/** Whose changes to which board; nobody else's are ever read or sent under this name. [SYNC-40] */
export interface Owner {
  readonly boardId: BoardId;
  readonly personId: string;
}

/** What is written before it is sent. */
export interface NewEntry {
  /** Of the document that it belongs to; it fits no other. */
  readonly epoch: number;
  /** A Yjs update, format V1. */
  readonly bytes: Uint8Array;
  /** How many changes of a person it holds. */
  readonly changes: number;
  /** When the last of them was made, in milliseconds since 1970. */
  readonly at: number;
}

export interface Entry extends NewEntry {
  /** Counts up in the order of writing, over all tabs of this browser. */
  readonly id: number;
}

/** An entry that the server does not take; it is kept for the person alone and never sent. */
export interface SetAside extends NewEntry {
  /** Undefined when it could not be kept on the device. */
  readonly id: number | undefined;
  readonly reason: ErrorCode;
}

/** Changes that nobody confirmed yet, kept on this device. Each call rejects when the device fails. */
export interface Outbox {
  /** Resolves with the id once the entry outlives this tab. */
  add(owner: Owner, entry: NewEntry): Promise<number>;
  /** Everything of the owner, of every epoch and every tab, in the order of writing. */
  read(owner: Owner): Promise<Entry[]>;
  /** Forgets entries, wherever they lie; ids that are gone already are passed over. */
  remove(ids: readonly number[]): Promise<void>;
  /** Takes entries out of what is sent. Resolves with those that this call took and no other tab. */
  setAside(ids: readonly number[], reason: ErrorCode): Promise<SetAside[]>;
  readSetAside(owner: Owner): Promise<SetAside[]>;
  /** Lets go of the device once what was asked is done. */
  close(): void;
}

export type OpenOutbox = () => Promise<Outbox>;
