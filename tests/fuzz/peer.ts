import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { Connection, Socket } from '#server/sync/connection.ts';
import {
  decodeFrame,
  encodeAnswer,
  encodeAsk,
  encodePresence,
  encodeUpdate,
} from '#server/sync/frames.ts';
import { plainDoc } from '#tests/server/sync/simulator/plain-doc.ts';

/** Somebody who works honestly while another does not. */
export class Peer implements Socket {
  readonly bufferedAmount = 0;
  readonly board: BoardDocument = boardDocument(plainDoc());
  closedBy: number | undefined;
  /** Names under which cursors were shown that are not those of whoever moved them. */
  readonly falseNames = new Set<string>();
  private connection: Connection | undefined;
  private pointed = 0;

  constructor(
    readonly name: string,
    clientId: number,
  ) {
    this.board.doc.clientID = clientId;
    this.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.connection?.receive(encodeUpdate(update));
    });
  }

  join(connection: Connection): void {
    this.connection = connection;
    connection.receive(encodeAsk(Y.encodeStateVector(this.board.doc)));
    this.point();
  }

  vote(value: number): void {
    this.board.votes.set(`r|1|${this.name}`, value % 90);
    this.point();
  }

  /** What is wrong with it at rest; `value` is its last vote, `state` what the log says. */
  troubles(value: number, state: Uint8Array): string[] {
    const { name, board, closedBy, falseNames } = this;
    const troubles = [...falseNames].map((other) => `${name} saw ${other}`);
    if (closedBy !== undefined) troubles.push(`${name} was closed with ${closedBy}`);
    if (board.votes.get(`r|1|${name}`) !== value % 90) troubles.push(`the vote of ${name} is lost`);
    if (Buffer.compare(Y.encodeStateAsUpdate(board.doc), state) !== 0) {
      troubles.push(`${name} holds something else than the log`);
    }
    return troubles;
  }

  send(frame: Uint8Array): void {
    const decoded = decodeFrame(frame);
    if (decoded.is === 'ask') {
      const all = Y.encodeStateAsUpdate(this.board.doc, decoded.stateVector);
      queueMicrotask(() => this.connection?.receive(encodeAnswer(all)));
    } else if (decoded.is === 'answer' || decoded.is === 'update') {
      Y.applyUpdate(this.board.doc, decoded.update, this);
    } else if (decoded.is === 'presence') {
      for (const { state } of decoded.states) this.see(state);
    }
  }

  ping(): void {
    this.connection?.heard();
  }

  close(code: number): void {
    this.closedBy = code;
  }

  terminate(): void {
    this.closedBy ??= 1006;
  }

  private point(): void {
    this.pointed += 1;
    const state = JSON.stringify({ who: this.name });
    const { clientID: clientId } = this.board.doc;
    this.connection?.receive(encodePresence([{ clientId, clock: this.pointed, state }]));
  }

  /** Whoever moves a cursor without saying who it is, is the offender. [SYNC-12] */
  private see(state: string): void {
    const shown = JSON.parse(state) as { who?: unknown; user?: { id?: unknown } } | null;
    const mover = shown?.who ?? 'offender';
    if (shown && shown.user?.id !== mover) this.falseNames.add(String(shown.user?.id));
  }
}
