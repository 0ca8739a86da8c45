import type { BoardId } from '#board/ids.ts';
import type { History, NewRow } from '#server/sync/update-log.ts';
import { MemoryBoard } from '#tests/support/memory-board.ts';
import { MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import type { Dice } from './dice.ts';
import type { ProcessClock } from './process-clock.ts';
import type { SimClock } from './sim-clock.ts';

/** How the database is doing: `doubtful` stores and then often loses the answer. */
export type Health = 'well' | 'slow' | 'down' | 'doubtful';

/** The one database of a run, and the trouble it has. */
export class Database {
  health: Health = 'well';
  readonly boards = new Map<BoardId, MemoryBoard>();

  constructor(
    readonly clock: SimClock,
    readonly dice: Dice,
  ) {}

  /** One way of a question or its answer. */
  async travel(): Promise<void> {
    const { dice, clock, health } = this;
    if (health === 'slow') await clock.wait(dice.between(0, 9_000));
    else if (dice.chance(0.7)) await clock.wait(dice.between(0, 6));
  }

  mustAnswer(): void {
    if (this.health === 'down') throw new Error('the database is down');
  }

  mayLoseAnswer(): void {
    this.mustAnswer();
    if (this.health === 'doubtful' && this.dice.chance(0.5)) throw new Error('connection lost');
  }
}

/** The log as one server process uses it. */
export class ProcessLog extends MemoryUpdateLog {
  constructor(
    private readonly database: Database,
    private readonly process: ProcessClock,
  ) {
    super(database.boards);
    this.beforeRead = () => this.ask();
    this.beforeCommit = () => this.ask();
    this.afterCommit = () => this.answer();
  }

  override async read(...args: Parameters<MemoryUpdateLog['read']>): Promise<History> {
    const history = await super.read(...args);
    await this.process.awake();
    return history;
  }

  override async heads(
    ...args: Parameters<MemoryUpdateLog['heads']>
  ): ReturnType<MemoryUpdateLog['heads']> {
    await this.ask();
    return super.heads(...args);
  }

  private async ask(): Promise<void> {
    const wasAlive = this.process.alive;
    await this.database.travel();
    // What a process sent before it was killed may still come in.
    const arrives = this.process.alive || (wasAlive && this.database.dice.chance(0.5));
    if (!arrives) throw new Error('killed');
    this.database.mustAnswer();
  }

  private async answer(): Promise<void> {
    await this.database.travel();
    await this.process.awake();
    if (!this.process.alive) throw new Error('killed');
    this.database.mayLoseAnswer();
  }
}

/** A board that tells of each row in the moment it is stored. */
export class WatchedBoard extends MemoryBoard {
  constructor(
    boardId: BoardId,
    private readonly onRow: (row: NewRow) => void,
  ) {
    super(boardId);
  }

  override add(row: NewRow): number {
    const before = this.logSeq;
    const seq = super.add(row);
    if (this.logSeq > before) this.onRow(row);
    return seq;
  }
}
