import type { BoardId } from '#board/ids.ts';
import type { Bus, News } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Position } from './documents.ts';
import { Heartbeat } from './heartbeat.ts';
import type { SyncLogger } from './logger.ts';

export interface NeighboursDeps {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly log: { heads(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, Position>> };
  /** What is open on this node. */
  readonly rooms: {
    readonly openHere: ReadonlyMap<BoardId, Position>;
    readOn(boardId: BoardId, head: Position): void;
    refreshHere(boardId: BoardId): Promise<unknown>;
    recheckHere(which: { boardId?: BoardId; personId?: string }): Promise<void>;
  };
}

/** Keeps the boards that are open on this node in step with the other nodes. */
export class Neighbours {
  private readonly heartbeat: Heartbeat;
  private undo: readonly (() => void)[] = [];

  constructor(private readonly deps: NeighboursDeps) {
    const { rooms, log } = deps;
    this.heartbeat = new Heartbeat({
      ...deps,
      open: () => rooms.openHere,
      heads: (boardIds) => log.heads(boardIds),
      behind: (boardId, head) => rooms.readOn(boardId, head),
    });
  }

  async start(): Promise<void> {
    const { bus } = this.deps;
    this.undo = [bus.onNews((news) => this.act(news)), bus.onConnected(() => this.catchUp())];
    this.heartbeat.start();
    await bus.start();
  }

  async stop(): Promise<void> {
    this.heartbeat.stop();
    for (const undo of this.undo) undo();
    await this.deps.bus.stop();
  }

  private act(news: News): void {
    const { rooms } = this.deps;
    const { is, ...which } = news;
    const done = is === 'recheck' ? rooms.recheckHere(which) : rooms.refreshHere(news.boardId);
    done.catch((error: unknown) => this.complain(error));
  }

  /** Anything may have been missed; rows are what the heartbeat looks for. */
  private catchUp(): void {
    this.act({ is: 'recheck' });
    for (const boardId of this.deps.rooms.openHere.keys()) this.act({ is: 'refresh', boardId });
  }

  private complain(error: unknown): void {
    this.deps.logger.warn({ err: error }, 'what another node announced could not be done');
  }
}
