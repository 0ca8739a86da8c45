import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { Position } from './documents.ts';
import type { SyncLogger } from './logger.ts';

export interface HeartbeatDeps {
  readonly clock: Clock;
  readonly logger: SyncLogger;
  /** The boards open in this process, and where each stands. */
  readonly open: () => ReadonlyMap<BoardId, Position>;
  /** Where the log of each of these boards stands; boards that are gone are left out. One query. */
  readonly heads: (boardIds: readonly BoardId[]) => Promise<ReadonlyMap<BoardId, Position>>;
  /** The log of this board holds more than we have, or is at another epoch: read on. */
  readonly behind: (boardId: BoardId, head: Position) => void;
}

/** Milliseconds between two looks: the longest that a lost ring delays what others wrote. */
const BEAT_MS = 2_000;

/** Asks the log again and again whether a ring was missed. [SYNC-60] */
export class Heartbeat {
  private undoBeat: (() => void) | undefined;
  private running = false;
  private failing = false;

  constructor(private readonly deps: HeartbeatDeps) {}

  start(): void {
    this.running = true;
    this.plan();
  }

  stop(): void {
    this.running = false;
    this.undoBeat?.();
  }

  private plan(): void {
    if (this.running) this.undoBeat = this.deps.clock.after(BEAT_MS, () => void this.beat());
  }

  private async beat(): Promise<void> {
    try {
      await this.look();
      this.failing = false;
    } catch (error) {
      // Once for an outage: the log itself tells everybody that the database is away.
      if (!this.failing) this.deps.logger.warn({ err: error }, 'nobody can tell where logs stand');
      this.failing = true;
    }
    this.plan();
  }

  private async look(): Promise<void> {
    const { open, heads, behind } = this.deps;
    const asked = [...open().keys()];
    if (asked.length === 0) return;
    const found = await heads(asked);
    if (!this.running) return;
    // Where we stand is looked up only now: meanwhile a board may have moved on by itself.
    for (const [boardId, ours] of open()) {
      const head = found.get(boardId);
      if (head && isAhead(head, ours)) behind(boardId, head);
    }
  }
}

/** True when there is something to read for whoever stands at `ours`. */
export function isAhead(head: Position, ours: Position): boolean {
  return head.epoch > ours.epoch || (head.epoch === ours.epoch && head.seq > ours.seq);
}
