import type { Seat } from './seat.ts';

/** What waits in a room's pipeline; done strictly in order. */
export type RoomJob = MessageJob | TaskJob;

/** An update that a client sent. Neighbours in the queue are committed together. */
export interface MessageJob {
  readonly is: 'message';
  readonly seat: Seat;
  /** Its number among the document messages of its connection, from 1. */
  readonly number: number;
  /** True for sync step 2, which holds everything the client has that we asked for. */
  readonly isAnswer: boolean;
  readonly update: Uint8Array;
  /** When it came in, by the room's clock. */
  readonly at: number;
}

/** Work of the server itself, done while nothing else changes the document. */
export interface TaskJob {
  readonly is: 'task';
  readonly run: () => Promise<void>;
  /** The room closed, or cannot store anything at present, before the task ran. */
  readonly giveUp: (why: 'closed' | 'degraded') => void;
}
