import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import { BoardConnection } from '#components/sync/board-connection.ts';
import { fallbackSocketClass } from '#components/sync/fallback-socket.ts';
import { pageTransport } from './page-transport.ts';

/** One board in this tab: its document, live, and the connection that keeps it in step. */
export class OpenBoard {
  readonly live: LiveBoard;
  readonly connection: BoardConnection;

  #stopLive: (() => void) | undefined;

  constructor(boardId: string) {
    const doc = new Y.Doc();
    this.live = new LiveBoard(boardDocument(doc));
    this.connection = new BoardConnection({
      boardId: asBoardId(boardId),
      doc,
      server: location.origin.replace(/^http/, 'ws'),
      WebSocket: fallbackSocketClass(pageTransport),
    });
  }

  start(): void {
    this.#stopLive = this.live.start();
    this.connection.start();
  }

  stop(): void {
    this.connection.stop();
    this.#stopLive?.();
    this.live.board.doc.destroy();
  }
}
