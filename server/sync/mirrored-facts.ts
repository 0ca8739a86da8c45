import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import type { Ledger } from './ledger.ts';
import type { SyncLogger } from './logger.ts';

/** Finds the change that brings the mirrored facts up to date; undefined when they are. */
export type Freshen<Tx> = (
  boardId: BoardId,
  board: BoardDocument,
  /** Given when the change is going to be made in this very transaction. */
  tx?: Tx,
) => Promise<((board: BoardDocument) => void) | undefined>;

export interface MirroredFactsDeps<Tx> {
  readonly boardId: BoardId;
  readonly ledger: Pick<Ledger<Tx>, 'read' | 'change'>;
  readonly freshen: Freshen<Tx>;
  readonly logger: SyncLogger;
  /** Does work while nothing else changes the document. */
  readonly task: (run: () => Promise<void>) => Promise<void>;
  /** True when the room ended: what fails then is nobody's trouble. */
  readonly isOver: () => boolean;
}

/** The facts of the database that a board shows, kept in its document. [SYNC-25] */
export class MirroredFacts<Tx> {
  private stale = false;

  constructor(private readonly deps: MirroredFactsDeps<Tx>) {}

  /** True when they could not be brought up to date. */
  get isStale(): boolean {
    return this.stale;
  }

  /** Brings them up to date. What fails is said in the log, and `isStale` then. */
  async refresh(): Promise<void> {
    const { boardId, isOver, logger, task } = this.deps;
    try {
      await task(() => this.freshen());
      this.stale = false;
    } catch (error) {
      if (isOver()) return;
      this.stale = true;
      logger.warn({ err: error, boardId }, 'facts could not be brought up to date');
    }
  }

  private async freshen(): Promise<void> {
    const { boardId, freshen, ledger } = this.deps;
    if (!(await ledger.read((board) => freshen(boardId, board)))) return;
    // Once more where nobody else can write between looking and writing.
    await ledger.change(async (board, tx) => {
      const apply = await freshen(boardId, board, tx);
      return { result: undefined, ...(apply && { apply }) };
    });
  }
}
