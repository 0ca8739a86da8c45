import * as Y from 'yjs';
import { boardView } from '#board/api/boards.ts';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord, shapeOn } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import { NOTE_WIDTH } from '#board/note-layout.ts';
import { BoardConnection } from '#components/sync/board-connection.ts';
import type { RestClient } from '#tests/support/rest-client.ts';
import { socketOf, until } from '#tests/support/sync.ts';
import type { BenchNote } from './notes.ts';

/** Notes that go in one change. */
const AT_ONCE = 200;

/** Somebody else on a board of ours. */
export class Colleague {
  private readonly board: BoardDocument;
  private readonly connection: BoardConnection;

  constructor(
    { url, token }: RestClient,
    readonly boardId: string,
  ) {
    const doc = new Y.Doc();
    this.board = boardDocument(doc);
    this.connection = new BoardConnection({
      boardId: asBoardId(boardId),
      doc,
      server: url.replace('http', 'ws'),
      WebSocket: socketOf(token ?? ''),
    });
  }

  async start(): Promise<void> {
    this.connection.start();
    await until('the board is here', () => this.connection.state.link.is === 'live');
  }

  stop(): void {
    this.connection.stop();
    this.board.doc.destroy();
  }

  async put(notes: readonly BenchNote[]): Promise<void> {
    for (let at = 0; at < notes.length; at += AT_ONCE) {
      this.board.doc.transact(() => {
        for (const { id, text, ...place } of notes.slice(at, at + AT_ONCE)) {
          const shape = { ...place, id: `shape:${id}`, type: 'note-card' };
          const props = { w: NOTE_WIDTH, color: 'yellow', text };
          putRecord(this.board, shapeOn('action', shape, props));
        }
      });
    }
    await until('all is saved', () => this.connection.state.saving.is === 'saved', 60_000);
  }

  move(ids: readonly string[], dx: number): void {
    this.board.doc.transact(() => {
      for (const id of ids) {
        const record = this.board.records.get(`shape:${id}`);
        const [x, y] = record?.get('xy') as [number, number];
        record?.set('xy', [x + dx, y]);
      }
    });
  }
}

/** A board of ours with the notes on its one canvas. */
export async function fillBoard(
  rest: RestClient,
  teamId: string,
  notes: readonly BenchNote[],
): Promise<string> {
  const asked = { title: 'Benchmark', template: 'action' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  const colleague = new Colleague(rest, id);
  await colleague.start();
  await colleague.put(notes);
  colleague.stop();
  return id;
}
