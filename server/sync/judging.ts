import * as Y from 'yjs';
import type { ErrorCode } from '#board/errors.ts';
import { CloseCode } from '#board/wire.ts';
import type { Draft } from './draft.ts';
import type { MessageJob } from './room-job.ts';
import type { Seat } from './seat.ts';
import { attempt, attemptAlone } from './trial.ts';
import type { Attempt, Outcome, Tried } from './trial.ts';

/** Where updates are tried. */
export interface Trying {
  /** Yjs client id → person; grows by what is accepted. */
  readonly owners: Map<number, string>;
  /** The draft, made again when there is none; `rows` were accepted and are not stored yet. */
  draft(rows: readonly Uint8Array[]): Draft;
  /** The draft is not what is stored and accepted any more. */
  drop(): void;
  /** Tries a large update away from the main thread. Throws when it takes too long or breaks. */
  tryElsewhere(attempt: Attempt, rows: readonly Uint8Array[]): Promise<Tried>;
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

  /** So many are taken alone before several are taken together again. */
  private oneByOne = 0;

  constructor(private readonly trying: Trying) {}

  /** Everything to be stored as one update; undefined when nothing is new. */
  get update(): Uint8Array | undefined {
    const [first, ...rest] = this.rows;
    return first && rest.length > 0 ? Y.mergeUpdates([first, ...rest]) : first;
  }

  async takeAll(messages: readonly MessageJob[]): Promise<void> {
    for (let left = messages; left.length > 0;) {
      const done = this.takeTogether(left);
      const [next, ...rest] = left.slice(done);
      if (next) await this.takeAlone(next);
      left = rest;
    }
  }

  /** Takes messages as one transaction, up to the first that needs more than that; returns how many. */
  private takeTogether(messages: readonly MessageJob[]): number {
    if (this.oneByOne > 0) {
      this.oneByOne -= 1;
      return 0;
    }
    let done = 0;
    try {
      const draft = this.trying.draft(this.rows);
      const bytes = draft.together(() => {
        while (this.takeQuickly(draft, messages[done])) done += 1;
      });
      if (bytes) this.rows.push(bytes);
      return done;
    } catch {
      // One of them broke the draft: alone, it breaks nobody else's.
      this.trying.drop();
      this.oneByOne = done;
      return 0;
    }
  }

  /** False when it has to be taken alone. */
  private takeQuickly(draft: Draft, message: MessageJob | undefined): boolean {
    if (!message || isLarge(message)) return false;
    if (message.seat.gone) return true;
    const outcome = attempt(draft, this.attemptOf(message, !message.isAnswer));
    if (mayBeNews(outcome, message)) return false;
    this.settle(message, outcome);
    return true;
  }

  private async takeAlone(message: MessageJob): Promise<void> {
    const { seat } = message;
    if (seat.gone) return;
    const tried = await this.judge(message);
    // While it was tried elsewhere the connection may have ended for good.
    if (seat.gone || !tried) return;
    this.settle(message, tried.outcome);
    if (!tried.bytes) return;
    this.rows.push(tried.bytes);
    if (isLarge(message)) this.trying.drop();
  }

  /** Undefined when nobody can tell at present. */
  private async judge(message: MessageJob): Promise<Tried | undefined> {
    const tried = await this.try(message, !message.isAnswer);
    const { outcome } = tried;
    if (!mayBeNews(outcome, message)) return tried;
    try {
      const isNews = await this.trying.readOn();
      return isNews || outcome.is === 'claims' ? await this.try(message, true) : tried;
    } catch {
      // People go on while the database is away; what is refused would be refused for good.
      if (outcome.is === 'claims') return this.try(message, true);
      message.seat.gone = true;
      message.seat.member.close(CloseCode.restarting, 'try again');
      return undefined;
    }
  }

  private async try(message: MessageJob, mayClaim: boolean): Promise<Tried> {
    const trial = this.attemptOf(message, mayClaim);
    return isLarge(message) ? await this.tryElsewhere(trial) : this.tryHere(trial);
  }

  private tryHere(trial: Attempt): Tried {
    try {
      return attemptAlone(this.trying.draft(this.rows), trial);
    } catch (error) {
      this.trying.drop();
      return this.refusal(error, 'damaged', 'the update cannot be applied');
    }
  }

  private async tryElsewhere(trial: Attempt): Promise<Tried> {
    try {
      return await this.trying.tryElsewhere(trial, this.rows);
    } catch (error) {
      return this.refusal(error, 'too-large', 'the update takes too long');
    }
  }

  private refusal(error: unknown, code: ErrorCode, reason: string): Tried {
    this.trying.onSpoilt(error);
    return { outcome: { is: 'refused', code, reason }, bytes: undefined };
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

  private accept(
    { seat, isAnswer, number }: MessageJob,
    { trespasses, corrections, claims }: Extract<Outcome, { is: 'fine' }>,
  ): void {
    if (isAnswer) {
      seat.behind = false;
      seat.waits = 0;
    }
    if (trespasses) seat.corrections += 1;
    this.corrections += corrections;
    this.reached.set(seat, number);
    for (const client of claims) this.claim(client, seat.member.person.id);
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

const isLarge = ({ update }: MessageJob): boolean => update.byteLength > LARGE_BYTES;

function closeCodeOf(code: ErrorCode): number {
  if (code === 'damaged') return CloseCode.damaged;
  return code === 'too-large' ? CloseCode.tooLarge : CloseCode.noRight;
}
