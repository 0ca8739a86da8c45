import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import { BoardConnection } from '#components/sync/board-connection.ts';
import { openDeviceOutbox } from '#components/sync/device-outbox.ts';
import { fallbackSocketClass } from '#components/sync/fallback-socket.ts';
import type { Rescue } from '#components/sync/rescue.ts';
import { pageTransport } from './page-transport.ts';
import { untilSaved } from './until-saved.ts';
import { watchPage } from './watch-page.ts';

/** One board in this tab: its document, live, and the connection that keeps it in step. */
export class OpenBoard {
  readonly live: LiveBoard;
  readonly connection: BoardConnection;

  #stops: (() => void)[] = [];

  /** `rescue` is what an opening before this one, of the same board, could not get saved. */
  constructor(boardId: string, rescue?: Rescue) {
    const doc = new Y.Doc();
    this.live = new LiveBoard(boardDocument(doc));
    this.connection = new BoardConnection({
      boardId: asBoardId(boardId),
      doc,
      server: location.origin.replace(/^http/, 'ws'),
      WebSocket: fallbackSocketClass(pageTransport),
      outbox: openDeviceOutbox,
      rescue,
    });
  }

  start(): void {
    this.#stops.push(this.live.start(), watchPage(this.connection));
    this.connection.start();
  }

  /**
   * Lets the last changes reach the server first, those too that the canvas writes when it goes in the
   * same breath. What does not get there is on the device.
   */
  async stop(): Promise<void> {
    this.connection.awareness.setLocalState(null);
    await Promise.resolve();
    if (this.connection.state.link.is === 'live') await untilSaved(this.connection);
    this.connection.stop();
    for (const stop of this.#stops.splice(0)) stop();
    this.live.board.doc.destroy();
  }
}
