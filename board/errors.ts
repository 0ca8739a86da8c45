/** Reasons for a refusal that server and browser both know; each has a text under `errors` in messages. */
export const errorCodes = [
  'sign-in', // nobody is signed in, or the session was revoked
  'no-right', // signed in, but this may not be done by this person
  'not-found', // no such thing, or none that this person may know of
  'conflict', // somebody else changed it first; the answer holds the newer state
  'invalid', // the input does not fit; `fields` says where
  'incomplete', // a gate is not met; `fields` says what is missing
  'too-large',
  'too-fast',
  'already-set-up',
  'wrong-code', // the set-up code printed at start does not match
  'wrong-password',
  'expired', // an invite or a welcome link that ran out, was used or was revoked
  'gone', // its time to be kept is over; that it was there is still known
  'epoch-changed', // the document was rebuilt; start from a fresh one
  'read-only', // a write on a connection that may only look
  'foreign-id', // it was written under a Yjs client id that belongs to somebody else
  'damaged', // bytes that are no Yjs update
  'restarting',
  'not-saving', // the database does not answer; people go on, nothing is marked saved
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one field of an input. `field` is a dotted path, `code` a key under `fields` in messages. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
