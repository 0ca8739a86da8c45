import type { Problem } from '#board/api/problem.ts';
import { assertNever } from '#board/assert.ts';
import type { ErrorCode } from '#board/errors.ts';
import type { Refusal } from '../refusal.ts';

/** A refusal as `application/problem+json`. */
export function problemAnswer({
  code,
  message,
  fields,
  current,
}: Pick<Refusal, 'code' | 'message' | 'fields' | 'current'>): Response {
  const body: Problem = {
    type: 'about:blank',
    title: message,
    status: statusOf(code),
    code,
    ...(fields.length > 0 ? { errors: [...fields] } : {}),
    ...(current === undefined ? {} : { current }),
  };
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

function statusOf(code: ErrorCode): number {
  switch (code) {
    case 'sign-in':
      return 401;
    case 'no-right':
    case 'read-only':
    case 'wrong-code':
      return 403;
    case 'not-found':
      return 404;
    case 'conflict':
    case 'already-set-up':
    case 'foreign-id':
    case 'epoch-changed':
      return 409;
    case 'expired':
    case 'gone':
      return 410;
    case 'too-large':
      return 413;
    case 'invalid':
    case 'incomplete':
    case 'wrong-password':
    case 'damaged':
      return 422;
    case 'too-fast':
      return 429;
    case 'restarting':
    case 'not-saving':
      return 503;
    default:
      return assertNever(code);
  }
}
