import type { BoardId } from '#board/ids.ts';
import type { Position } from './documents.ts';

/**
 * How the nodes of one installation reach each other. The log in the database is the truth: what
 * goes over the bus says where to look, or who is here, and any of it may be lost. What one node
 * sends arrives in the order it was sent, or not at all; a node never hears itself.
 */
export interface Bus {
  /** Begins to reach the others; resolves when it does or could not at once. Goes on trying, never rejects. */
  start(): Promise<void>;
  /** Says goodbye, so that the others take our people off their boards. Never rejects. */
  stop(): Promise<void>;

  /** The board's log stands at `at` now: other nodes that have it open read on. Never throws, never waits. [SYNC-60] */
  ring(boardId: BoardId, at: Position): void;

  /** Presence entries of this node's people on the board that changed; a state of `null` left. */
  showPresence(boardId: BoardId, entries: readonly BusPresence[]): void;
  /** Everything that this node's people show on the board: what was shown before and is not among it is gone. */
  showAllPresence(boardId: BoardId, entries: readonly BusPresence[]): void;
  /** Asks every node for what it shows on the board; once when a board opens here is enough. */
  askPresence(boardId: BoardId): void;

  /** Rights or facts changed: every other node checks again. Kept while it cannot be sent. [SYNC-62] */
  announce(news: News): void;

  /** Follows one board until the returned undo is called. */
  follow(boardId: BoardId, listener: BusListener): () => void;
  /** Hears what other nodes announce, until the returned undo is called. */
  onNews(listener: (news: News) => void): () => void;

  /** False when there are no other nodes, and never will be. */
  readonly isShared: boolean;
  /** False while other nodes cannot be reached. */
  readonly connected: boolean;
  /**
   * The others can be reached, for the first time or after a gap in which anything may have been
   * missed: read on, check rights, bring facts up to date. Presence is asked for and shown again by
   * the bus itself. [SYNC-63]
   */
  onConnected(listener: () => void): () => void;
}

/** What a board hears from other nodes. */
export interface BusListener {
  /** Another node stored rows; its log stands at `at`. */
  rung(at: Position): void;
  /** These entries of that node are new, or have a higher clock, or left (a state of `null`). */
  presence(from: string, entries: readonly BusPresence[]): void;
  /** Somebody wants to know, or it is time to say it again: answer with `showAllPresence`. */
  presenceAsked(): void;
  /** That node ended or has been silent for too long: nobody of it is here any more. */
  nodeGone(node: string): void;
}

/** One client's presence, its state as JSON text as the server stamped it; `null` means it left. */
export interface BusPresence {
  readonly clientId: number;
  readonly clock: number;
  readonly state: string;
  readonly personId: string;
}

export type News =
  /** Ask again who may stay: on a board, of a person, or both; with neither, everybody. */
  | { readonly is: 'recheck'; readonly boardId?: BoardId; readonly personId?: string }
  /** The facts that this board mirrors changed in the database. */
  | { readonly is: 'refresh'; readonly boardId: BoardId };
