import * as Y from 'yjs';
import type { ErrorCode } from '#board/errors.ts';
import { CloseCode } from '#board/wire.ts';
import type { MessageJob } from './room-job.ts';
import type { Seat } from './seat.ts';
import type { Outcome } from './trial.ts';

export interface Refusal {
  readonly message: MessageJob;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly closeCode: number;
}

/** How often somebody is asked again for what others have to bring first: they come back within seconds, or not at all. */
const MAX_WAITS = 5;

/** What became of the messages of one commit: what is to be stored, and what to tell whom. */
export class Judged {
  /** What is to be stored, in order. */
  readonly rows: Uint8Array[] = [];
  /** Yjs client ids that appear for the first time, and whose they are. */
  readonly claims = new Map<number, string>();
  /** Per seat the last message that counts as saved once the rows are stored. */
  readonly reached = new Map<Seat, number>();
  /** Those whose message builds on what we lack: to be asked for it. */
  readonly toAsk = new Set<Seat>();
  /** Those whose answer holds what somebody else has to bring first: to be asked again after a while. */
  readonly toAskLater = new Set<Seat>();
  /** Messages refused; their connections are to be ended. */
  readonly refused: Refusal[] = [];
  /** Entries that were put right. */
  corrections = 0;

  /** `owners`: Yjs client id → person; grows by what is accepted. */
  constructor(private readonly owners: Map<number, string>) {}

  /** Everything to be stored as one update; undefined when nothing is new. */
  get update(): Uint8Array | undefined {
    const [first, ...rest] = this.rows;
    return first && rest.length > 0 ? Y.mergeUpdates([first, ...rest]) : first;
  }

  /** Notes what became of a message; an attempt that `claims` was not tried to its end. */
  settle(message: MessageJob, outcome: Outcome): void {
    if (message.isAnswer) message.seat.asked = false;
    switch (outcome.is) {
      case 'refused':
        if (this.mayWait(message, outcome.code)) return this.wait(message.seat);
        return this.refuse(message, outcome.code, outcome.reason);
      case 'gap':
        if (message.isAnswer) return this.refuse(message, 'damaged', 'the answer has gaps');
        return this.putOff(message.seat);
      case 'claims':
        throw new Error('an answer was not tried to its end');
      case 'fine':
        return this.accept(message, outcome);
    }
  }

  private accept(message: MessageJob, fine: Extract<Outcome, { is: 'fine' }>): void {
    const { seat, isAnswer, number } = message;
    if (isAnswer) {
      seat.behind = false;
      seat.waits = 0;
    }
    this.keepPart(message, fine);
    this.reached.set(seat, number);
  }

  /** Notes what was kept of an answer that as a whole was not. */
  keepPart(
    { seat }: MessageJob,
    { trespasses, corrections, claims }: Extract<Outcome, { is: 'fine' }>,
  ): void {
    if (trespasses) seat.corrections += 1;
    this.corrections += corrections;
    for (const client of claims) this.claim(client, seat.member.person.id);
  }

  private claim(client: number, personId: string): void {
    this.claims.set(client, personId);
    this.owners.set(client, personId);
  }

  private mayWait({ seat, isAnswer }: MessageJob, code: ErrorCode): boolean {
    return isAnswer && code === 'foreign-id' && seat.waits < MAX_WAITS;
  }

  /**
   * It saw what others wrote while the database was away, and what is not here, or not yet: their
   * authors bring it, or the node that they wrote on. [SYNC-74]
   */
  private wait(seat: Seat): void {
    seat.waits += 1;
    seat.behind = true;
    seat.asked = true;
    this.toAskLater.add(seat);
  }

  private putOff(seat: Seat): void {
    seat.behind = true;
    if (!seat.asked) this.toAsk.add(seat);
    seat.asked = true;
  }

  private refuse(message: MessageJob, code: ErrorCode, reason: string): void {
    message.seat.gone = true;
    this.refused.push({ message, code, reason, closeCode: closeCodeOf(code) });
  }
}

function closeCodeOf(code: ErrorCode): number {
  if (code === 'damaged') return CloseCode.damaged;
  return code === 'too-large' ? CloseCode.tooLarge : CloseCode.noRight;
}
