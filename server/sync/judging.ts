import * as Y from 'yjs';
import type { ErrorCode } from '#board/errors.ts';
import { CloseCode } from '#board/wire.ts';
import type { Draft } from './draft.ts';
import type { MessageJob } from './room-job.ts';
import type { Seat } from './seat.ts';
import { attempt } from './trial.ts';
import type { Attempt, Outcome } from './trial.ts';

/** Where updates are tried. */
export interface Trying {
  /** Yjs client id → person; grows by what is accepted. */
  readonly owners: Map<number, string>;
  /** The draft, made again when there is none; `rows` were accepted and are not stored yet. */
  draft(rows: readonly Uint8Array[]): Draft;
  /** The draft is not what is stored and accepted any more. */
  drop(): void;
  /** Tries a large update away from the main thread. Throws when it takes too long or breaks. */
  tryElsewhere(attempt: Attempt, rows: readonly Uint8Array[]): Promise<Outcome>;
  /** Reads what others stored in the log; true when that was anything. Throws when the database does not answer. */
  readOn(): Promise<boolean>;
  /** An update passed the gate and broke the draft all the same. */
  onSpoilt(error: unknown): void;
}

export interface Refusal {
  readonly message: MessageJob;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly closeCode: number;
}

/** Bytes above which an update is tried elsewhere: below, judging and applying takes a few ms. */
const LARGE_BYTES = 64 << 10;
/** How often somebody is asked again for what others have to bring first: they come back within seconds, or not at all. */
const MAX_WAITS = 5;
/** Corrections of one connection; a client of ours never writes to the server's roots at all. */
const MAX_CORRECTIONS = 3;

/** The messages of one commit on their way through the gate, each judged after those before it. */
export class Judging {
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

  constructor(private readonly trying: Trying) {}

  /** Everything to be stored as one update; undefined when nothing is new. */
  get update(): Uint8Array | undefined {
    const [first, ...rest] = this.rows;
    return first && rest.length > 0 ? Y.mergeUpdates([first, ...rest]) : first;
  }

  async takeAll(messages: readonly MessageJob[]): Promise<void> {
    for (const message of messages) {
      const { seat, isAnswer } = message;
      if (seat.gone) continue;
      if (isAnswer) seat.asked = false;
      const outcome = await this.judge(message);
      // While it was tried elsewhere the connection may have ended for good.
      if (!seat.gone && outcome) this.settle(message, outcome);
    }
  }

  /** Undefined when nobody can tell at present. */
  private async judge(message: MessageJob): Promise<Outcome | undefined> {
    const outcome = await this.try(message, !message.isAnswer);
    if (!mayBeNews(outcome, message)) return outcome;
    try {
      const isNews = await this.trying.readOn();
      return isNews || outcome.is === 'claims' ? await this.try(message, true) : outcome;
    } catch {
      // People go on while the database is away; what is refused would be refused for good.
      if (outcome.is === 'claims') return this.try(message, true);
      message.seat.gone = true;
      message.seat.member.close(CloseCode.restarting, 'try again');
      return undefined;
    }
  }

  private async try(message: MessageJob, mayClaim: boolean): Promise<Outcome> {
    const trial = this.attemptOf(message, mayClaim);
    const large = message.update.byteLength > LARGE_BYTES;
    return large ? await this.tryElsewhere(trial) : this.tryHere(trial);
  }

  private tryHere(trial: Attempt): Outcome {
    try {
      return attempt(this.trying.draft(this.rows), trial);
    } catch (error) {
      this.trying.drop();
      this.trying.onSpoilt(error);
      return { is: 'refused', code: 'damaged', reason: 'the update cannot be applied' };
    }
  }

  private async tryElsewhere(trial: Attempt): Promise<Outcome> {
    try {
      return await this.trying.tryElsewhere(trial, this.rows);
    } catch (error) {
      this.trying.onSpoilt(error);
      return { is: 'refused', code: 'too-large', reason: 'the update takes too long' };
    }
  }

  private attemptOf({ seat, update }: MessageJob, mayClaim: boolean): Attempt {
    return {
      update,
      author: { personId: seat.member.person.id, owners: this.trying.owners },
      mayWrite: seat.member.access === 'write',
      mayTrespass: seat.corrections < MAX_CORRECTIONS,
      mayClaim,
    };
  }

  private settle(message: MessageJob, outcome: Outcome): void {
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

  private accept(
    { seat, isAnswer, number, update }: MessageJob,
    { bytes, trespasses, corrections, claims }: Extract<Outcome, { is: 'fine' }>,
  ): void {
    if (isAnswer) {
      seat.behind = false;
      seat.waits = 0;
    }
    if (trespasses) seat.corrections += 1;
    this.corrections += corrections;
    this.reached.set(seat, number);
    for (const client of claims) this.claim(client, seat.member.person.id);
    if (!bytes) return;
    this.rows.push(bytes);
    if (update.byteLength > LARGE_BYTES) this.trying.drop();
  }

  private claim(client: number, personId: string): void {
    this.claims.set(client, personId);
    this.trying.owners.set(client, personId);
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

/**
 * Somebody who comes from another server brings what others stored there. Before that is taken for a
 * forgery we have to know as much as they do. [SYNC-71]
 */
function mayBeNews(outcome: Outcome, { isAnswer }: MessageJob): boolean {
  if (outcome.is === 'gap') return isAnswer;
  // An id that is new to us may be somebody's all the same.
  if (outcome.is === 'claims') return true;
  return (
    outcome.is === 'refused' && (outcome.code === 'foreign-id' || outcome.code === 'read-only')
  );
}

function closeCodeOf(code: ErrorCode): number {
  if (code === 'damaged') return CloseCode.damaged;
  return code === 'too-large' ? CloseCode.tooLarge : CloseCode.noRight;
}
