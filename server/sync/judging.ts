import type { ErrorCode } from '#board/errors.ts';
import { CloseCode } from '#board/wire.ts';
import type { Draft } from './draft.ts';
import { Judged } from './judged.ts';
import { ownPart } from './own-part.ts';
import type { MessageJob } from './room-job.ts';
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

/** Bytes above which an update is tried elsewhere: below, judging and applying takes a few ms. */
const LARGE_BYTES = 64 << 10;
/** Corrections of one connection; a client of ours never writes to the server's roots at all. */
const MAX_CORRECTIONS = 3;

/** Takes the messages of one commit through the gate, each judged after those before it. */
export function judgeAll(trying: Trying, messages: readonly MessageJob[]): Promise<Judged> {
  return new Judging(trying).takeAll(messages);
}

class Judging {
  private readonly judged: Judged;
  /** So many are taken alone before several are taken together again. */
  private oneByOne = 0;

  constructor(private readonly trying: Trying) {
    this.judged = new Judged(trying.owners);
  }

  async takeAll(messages: readonly MessageJob[]): Promise<Judged> {
    for (let left = messages; left.length > 0;) {
      const done = this.takeTogether(left);
      const [next, ...rest] = left.slice(done);
      if (next) await this.takeAlone(next);
      left = rest;
    }
    return this.judged;
  }

  /** Takes messages as one transaction, up to the first that needs more than that; returns how many. */
  private takeTogether(messages: readonly MessageJob[]): number {
    if (this.oneByOne > 0) {
      this.oneByOne -= 1;
      return 0;
    }
    let done = 0;
    try {
      const draft = this.trying.draft(this.judged.rows);
      const bytes = draft.together(() => {
        while (this.takeQuickly(draft, messages[done])) done += 1;
      });
      if (bytes) this.judged.rows.push(bytes);
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
    this.judged.settle(message, outcome);
    return true;
  }

  private async takeAlone(message: MessageJob): Promise<void> {
    const { seat } = message;
    if (seat.gone) return;
    const tried = await this.judge(message);
    // While it was tried elsewhere the connection may have ended for good.
    if (seat.gone || !tried) return;
    if (message.isAnswer && isForeign(tried.outcome)) await this.takeOwnPart(message);
    this.judged.settle(message, tried.outcome);
    if (!tried.bytes) return;
    this.judged.rows.push(tried.bytes);
    if (isLarge(message)) this.trying.drop();
  }

  /**
   * Of an answer with others' parts, keeps what its author wrote, where that stands by itself: two who
   * each hold what the other wrote would else wait for one another in vain. [SYNC-74]
   */
  private async takeOwnPart(message: MessageJob): Promise<void> {
    const { person } = message.seat.member;
    const update = ownPart(message.update, person.id, this.trying.owners);
    const { outcome, bytes } = await this.try({ ...message, update }, true);
    if (message.seat.gone || outcome.is !== 'fine') return;
    this.judged.keepPart(message, outcome);
    if (!bytes) return;
    this.judged.rows.push(bytes);
    if (isLarge({ ...message, update })) this.trying.drop();
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
      return attemptAlone(this.trying.draft(this.judged.rows), trial);
    } catch (error) {
      this.trying.drop();
      return this.refusal(error, 'damaged', 'the update cannot be applied');
    }
  }

  private async tryElsewhere(trial: Attempt): Promise<Tried> {
    try {
      return await this.trying.tryElsewhere(trial, this.judged.rows);
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

function isForeign(outcome: Outcome): boolean {
  return outcome.is === 'refused' && outcome.code === 'foreign-id';
}

const isLarge = ({ update }: MessageJob): boolean => update.byteLength > LARGE_BYTES;
