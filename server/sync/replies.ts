import { encodeChecked } from '#board/check-wire.ts';
import type { HeldDocument } from '#board/check-wire.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode, Kind, MAX_FRAME_BYTES, PROTOCOL_VERSION } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import type { Divergence } from './divergence.ts';
import { encodeAsk, encodeUpdate } from './frames.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { Ledger } from './ledger.ts';
import type { SyncLogger } from './logger.ts';
import { countOne } from './metrics.ts';
import type { SyncMetrics } from './metrics.ts';
import type { Seat } from './seat.ts';

export interface RepliesDeps {
  readonly boardId: BoardId;
  readonly ledger: Pick<Ledger<never>, 'document' | 'owners'>;
  readonly divergence: Divergence;
  readonly heavy: Pick<HeavyWork, 'diff'>;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
  readonly isHere: (seat: Seat) => boolean;
  /** True when the room ended. */
  readonly isOver: () => boolean;
}

/** Milliseconds until somebody whose answer had to wait is asked again. */
const ASK_AGAIN_MS = 2_000;

/** What a room says to one seat alone: who it is, what we lack of it, what it lacks of us. */
export class Replies {
  constructor(private readonly deps: RepliesDeps) {}

  /** Says who the connection is and what it may do; again when that changed. */
  greet(seat: Seat): void {
    const { person, access, clientId } = seat.member;
    const { boardId, ledger } = this.deps;
    const limits = { protocol: PROTOCOL_VERSION, maxFrameBytes: MAX_FRAME_BYTES };
    const owner = clientId === undefined ? undefined : ledger.owners.get(clientId);
    const freshClientId = owner !== undefined && owner !== person.id;
    const { epoch } = ledger.document.position;
    const body = {
      ...limits,
      boardId,
      epoch,
      access,
      person,
      ...(freshClientId && { freshClientId }),
    };
    seat.tell({ kind: Kind.hello, body });
  }

  /** Asks for what the client has and we have not. */
  ask(seat: Seat): void {
    seat.member.send(encodeAsk(this.deps.ledger.document.encodedVector()));
  }

  askLater(seat: Seat): void {
    this.deps.clock.after(ASK_AGAIN_MS, () => {
      if (this.deps.isHere(seat)) this.ask(seat);
    });
  }

  /** Answers sync step 1; from then on the seat follows. Throws on bytes that are no state vector. */
  answer(seat: Seat, stateVector: Uint8Array): void {
    const { frames, missing } = this.deps.ledger.document.answer(stateVector);
    // What comes while the rest is worked out builds on it; Yjs keeps that until it has the rest.
    seat.follows = true;
    if (missing) void this.answerLater(seat, missing, frames);
    else for (const frame of frames) seat.member.send(frame);
  }

  /** Answers whether the document that a client holds is ours. */
  check(seat: Seat, held: HeldDocument): void {
    this.compare(seat, held).catch((error: unknown) => {
      const { logger, boardId } = this.deps;
      logger.warn({ err: error, boardId }, 'a document could not be compared');
    });
  }

  private async answerLater(
    seat: Seat,
    { state, vector }: { state: Uint8Array; vector: Uint8Array },
    frames: readonly Uint8Array[],
  ): Promise<void> {
    const { boardId, heavy, isOver, logger } = this.deps;
    try {
      const difference = await heavy.diff({ state, rows: [], vector });
      for (const frame of [encodeUpdate(difference), ...frames]) seat.member.send(frame);
    } catch (error) {
      if (isOver()) return;
      logger.error({ err: error, boardId }, 'a document could not be compared');
      seat.member.close(CloseCode.restarting, 'try again');
    }
  }

  private async compare(seat: Seat, held: HeldDocument): Promise<void> {
    const { boardId, divergence, ledger, logger, metrics } = this.deps;
    const result = seat.behind ? 'later' : await divergence.compare(held);
    countOne(metrics.checks, result);
    if (result === 'differs' && held.again) {
      metrics.divergence += 1;
      const at = ledger.document.position;
      logger.error({ boardId, at }, 'a client holds another document than we do');
    }
    seat.member.send(encodeChecked({ result }));
  }
}
