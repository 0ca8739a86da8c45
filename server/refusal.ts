import type { ErrorCode, FieldError } from '#board/errors.ts';

/**
 * An expected no: the use case says why, the edge turns it into an answer. Recognised by its name,
 * because pages and the sync server are bundled apart and each has its own copy of the class.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldError[] = [],
    /** With `conflict`: the thing as it stands now. */
    readonly current?: unknown,
  ) {
    super(message);
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal';
}
