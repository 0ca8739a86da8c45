import type { WebsocketProvider } from 'y-websocket';
import { boardDocument, readTask } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { TaskFact } from '#board/facts.ts';
import type { BoardId } from '#board/ids.ts';
import type { RestClient } from '#tests/support/rest-client.ts';
import { stockClient, until } from '#tests/support/sync.ts';

/** Somebody who has a board open in a client that knows nothing of this product, and looks at it. */
export class Watcher {
  /** When each confirmed action was first seen, as `performance.now()` has it. */
  readonly seenAt = new Map<string, number>();
  private readonly provider: WebsocketProvider;
  private readonly board: BoardDocument;

  constructor({ url, token }: RestClient, boardId: BoardId) {
    this.provider = stockClient({ url: url.replace('http', 'ws') }, boardId, token ?? '');
    this.board = boardDocument(this.provider.doc);
    this.board.facts.observe(({ keysChanged }) => {
      const now = performance.now();
      for (const key of keysChanged) {
        const [, actionId] = /^task:(.+)$/.exec(key ?? '') ?? [];
        if (actionId !== undefined && !this.seenAt.has(actionId)) this.seenAt.set(actionId, now);
      }
    });
  }

  arrive(): Promise<void> {
    return until('the board is here', () => this.provider.synced, 60_000);
  }

  fact(actionId: string): TaskFact | undefined {
    return readTask(this.board, actionId);
  }

  leave(): void {
    this.provider.destroy();
    this.provider.doc.destroy();
  }
}
