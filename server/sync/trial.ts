import type { ErrorCode } from '#board/errors.ts';
import type { Draft } from './draft.ts';
import { judge } from './gate.ts';
import type { Author } from './gate.ts';

/** One update, and what its author may do. */
export interface Attempt {
  readonly update: Uint8Array;
  readonly author: Author;
  readonly mayWrite: boolean;
  /** The author may once more write where only the server writes, and have it put right. */
  readonly mayTrespass: boolean;
  /** Yjs client ids that are new to us become the author's; else the log is read to its end first. */
  readonly mayClaim: boolean;
}

/** What became of an attempt. */
export type Outcome =
  | {
      readonly is: 'fine';
      readonly trespasses: boolean;
      readonly corrections: number;
      readonly claims: readonly number[];
    }
  | { readonly is: 'gap' }
  /** It brings Yjs client ids that are new to us, and was not applied. */
  | { readonly is: 'claims' }
  | { readonly is: 'refused'; readonly code: ErrorCode; readonly reason: string };

/** What became of an attempt that was made alone. */
export interface Tried {
  readonly outcome: Outcome;
  /** What is to be stored and shown; undefined when it said nothing new. */
  readonly bytes: Uint8Array | undefined;
}

/**
 * Judges an update and, if it may be, applies it to the draft. Throws when it passed the gate and yet
 * does not apply; the draft is spoilt then.
 */
export function attemptAlone(draft: Draft, trial: Attempt): Tried {
  let outcome: Outcome = { is: 'gap' };
  const bytes = draft.together(() => (outcome = attempt(draft, trial)));
  return { outcome, bytes };
}

/** The same as one of several, within `Draft.together`. */
export function attempt(
  draft: Draft,
  { update, author, mayWrite, mayTrespass, mayClaim }: Attempt,
): Outcome {
  const verdict = judge(update, draft.homes, author);
  const adds = verdict.is === 'fine' && verdict.adds;
  if (!mayWrite && !(verdict.is === 'fine' && !adds)) {
    return refused('read-only', 'this connection may only look');
  }
  if (verdict.is !== 'fine') return verdict;
  const { fresh, trespasses, claims } = verdict;
  if (claims.length > 0 && !mayClaim) return { is: 'claims' };
  if (trespasses && !mayTrespass) return refused('no-right', 'only the server writes there');
  const corrections = adds ? draft.take(update, author.personId, fresh) : 0;
  return { is: 'fine', trespasses, corrections, claims };
}

function refused(code: ErrorCode, reason: string): Outcome {
  return { is: 'refused', code, reason };
}
