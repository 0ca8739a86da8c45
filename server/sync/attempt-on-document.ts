import { Draft } from './draft.ts';
import { attemptAlone } from './trial.ts';
import type { Attempt, Tried } from './trial.ts';

export interface AttemptJob extends Omit<Attempt, 'author'> {
  /** Everything that the document holds, as Yjs updates in order. */
  readonly updates: readonly Uint8Array[];
  /** The Yjs client id for what has to be put right. */
  readonly clientId: number;
  readonly personId: string;
  readonly owners: readonly (readonly [client: number, personId: string])[];
}

/** Tries an update on a draft made for it alone. Throws when it passes the gate and does not apply. */
export function attemptOnDocument(job: AttemptJob): Tried {
  const { updates, clientId, personId, owners, ...trial } = job;
  const author = { personId, owners: new Map(owners) };
  return attemptAlone(new Draft(updates, clientId), { ...trial, author });
}
