import type { ErrorCode } from '#board/errors.ts';
import { CloseCode } from '#board/wire.ts';
import { Ahead } from './ahead.ts';
import { judge } from './gate.ts';
import type { LiveDocument } from './live-document.ts';
import type { MessageJob } from './room-job.ts';
import type { Seat } from './seat.ts';

/** The messages of one commit after the gate. */
export interface Batch {
  /** Updates to store, in order. */
  readonly updates: readonly Uint8Array[];
  /** At least one of them writes where only the server writes. */
  readonly trespasses: boolean;
  /** Those who sent what is stored. */
  readonly authors: ReadonlySet<Seat>;
  /** Per seat the last message that counts as saved once the batch is stored. */
  readonly reached: ReadonlyMap<Seat, number>;
  /** Those whose message builds on what we lack: to be asked for it. */
  readonly toAsk: ReadonlySet<Seat>;
  /** Messages refused; their connections are to be ended. */
  readonly refused: readonly Refusal[];
}

export interface Refusal {
  readonly message: MessageJob;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly closeCode: number;
}

/** Each costs a copy of the document; a client of ours never writes there at all. */
const MAX_CORRECTIONS = 3;

/** Judges each message against the document and the messages before it; changes only the seats. */
export function judgeAll(messages: readonly MessageJob[], live: LiveDocument): Batch {
  const judging = new Judging(new Ahead(live.doc));
  for (const message of messages) judging.take(message);
  return judging;
}

class Judging implements Batch {
  readonly updates: Uint8Array[] = [];
  readonly authors = new Set<Seat>();
  readonly reached = new Map<Seat, number>();
  readonly toAsk = new Set<Seat>();
  readonly refused: Refusal[] = [];
  trespasses = false;

  constructor(private readonly ahead: Ahead) {}

  take(message: MessageJob): void {
    const { seat, isAnswer, number, update } = message;
    if (seat.gone) return;
    if (isAnswer) seat.asked = false;
    const verdict = judge(update, this.ahead);
    if (seat.member.access === 'view' && !(verdict.is === 'fine' && !verdict.adds)) {
      return this.refuse(message, 'read-only', 'this connection may only look', CloseCode.noRight);
    }
    switch (verdict.is) {
      case 'refused':
        return this.refuse(message, verdict.code, verdict.reason, closeCodeOf(verdict.code));
      case 'gap':
        return isAnswer
          ? this.refuse(message, 'damaged', 'the answer has gaps', CloseCode.damaged)
          : this.putOff(seat);
      case 'fine':
        if (verdict.trespasses && !this.mayBeCorrected(seat)) {
          return this.refuse(
            message,
            'no-right',
            'only the server writes there',
            CloseCode.noRight,
          );
        }
        if (isAnswer) seat.behind = false;
        this.reached.set(seat, number);
        if (!verdict.adds) return;
        verdict.accept();
        this.trespasses ||= verdict.trespasses;
        this.updates.push(update);
        this.authors.add(seat);
    }
  }

  private putOff(seat: Seat): void {
    seat.behind = true;
    if (!seat.asked) this.toAsk.add(seat);
    seat.asked = true;
  }

  private mayBeCorrected(seat: Seat): boolean {
    seat.corrections += 1;
    return seat.corrections <= MAX_CORRECTIONS;
  }

  private refuse(
    message: MessageJob,
    code: Refusal['code'],
    reason: string,
    closeCode: number,
  ): void {
    message.seat.gone = true;
    this.refused.push({ message, code, reason, closeCode });
  }
}

function closeCodeOf(code: Refusal['code']): number {
  if (code === 'damaged') return CloseCode.damaged;
  return code === 'too-large' ? CloseCode.tooLarge : CloseCode.noRight;
}
