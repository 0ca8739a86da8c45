import { expect } from 'vitest';
import type { ErrorCode } from '#board/errors.ts';

/** Fits an expected no with that code, and with those fields if given: for `rejects.toEqual(refused(…))`. */
export function refused(code: ErrorCode, ...fields: string[]): unknown {
  const named = fields.map((field): unknown => expect.objectContaining({ field }));
  return expect.objectContaining({
    name: 'Refusal',
    code,
    ...(fields.length > 0 ? { fields: named } : {}),
  });
}
