import type { FirstLook } from '#board/first-look.ts';
import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { Position } from './documents.ts';
import type { Encoded } from './fold-document.ts';
import type { HeavyWork } from './heavy-work.ts';

export interface FirstLooksDeps {
  readonly clock: Clock;
  readonly heavy: Pick<HeavyWork, 'look'>;
}

/** A board's document as bytes, and where in its log it stands. */
export interface EncodedAt extends Encoded {
  readonly at: Position;
}

interface Known {
  at: Position | undefined;
  readonly made: number;
  /** As JSON, which takes less memory. */
  readonly look: Promise<string>;
  length: number;
}

/** Milliseconds for which a look serves although the board has changed: who comes in sees that next. */
const FRESH_MS = 5_000;
/** Characters of all looks together. */
const MOST = 8 << 20;

/**
 * How boards look to whoever opens them: worked out in the worker, once for many people, and kept when
 * nobody has the board open any more. [CANVAS-6]
 */
export class FirstLooks {
  /** The one that was asked for last is the last. */
  private readonly known = new Map<BoardId, Known>();
  private length = 0;

  constructor(private readonly deps: FirstLooksDeps) {}

  /** `at` is where the board stands now, if that is known. Rejects when `read` does, or the worker. */
  async latest(
    boardId: BoardId,
    at: Position | undefined,
    read: () => Promise<EncodedAt>,
  ): Promise<FirstLook> {
    const known = this.known.get(boardId);
    const serves = known && (isSame(known.at, at) || this.isFresh(known));
    const { look } = serves ? this.keep(boardId, known) : this.make(boardId, at, read);
    return JSON.parse(await look) as FirstLook;
  }

  /** Works it out anew for the next who comes, where somebody has asked for it before. */
  freshen(boardId: BoardId, at: Position, read: () => EncodedAt): void {
    const known = this.known.get(boardId);
    if (known && !isSame(known.at, at)) this.make(boardId, at, () => Promise.resolve(read()));
  }

  private isFresh({ made }: Known): boolean {
    return this.deps.clock.now() - made < FRESH_MS;
  }

  private make(boardId: BoardId, at: Position | undefined, read: () => Promise<EncodedAt>): Known {
    const look = read().then(({ at: readAt, ...encoded }) => {
      known.at = readAt;
      return this.deps.heavy.look(encoded);
    });
    const known: Known = { at, made: this.deps.clock.now(), look, length: 0 };
    look.then(
      ({ length }) => this.measured(boardId, known, length),
      () => this.known.get(boardId) === known && this.forget(boardId),
    );
    return this.keep(boardId, known);
  }

  private keep(boardId: BoardId, known: Known): Known {
    this.forget(boardId);
    this.known.set(boardId, known);
    this.length += known.length;
    return known;
  }

  private measured(boardId: BoardId, known: Known, length: number): void {
    if (this.known.get(boardId) !== known) return;
    known.length = length;
    this.length += length;
    for (const oldest of this.known.keys()) if (this.length > MOST) this.forget(oldest);
  }

  private forget(boardId: BoardId): void {
    this.length -= this.known.get(boardId)?.length ?? 0;
    this.known.delete(boardId);
  }
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && a.epoch === b?.epoch && a.seq === b.seq;
}
