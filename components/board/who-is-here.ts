import { meView } from '#board/api/people.ts';
import { callApi } from '#components/api/call-api.ts';

/** The signed-in person by id, a guest, or nobody; unknown when the server does not say. */
export type WhoIsHere = { readonly id: string } | 'guest' | 'nobody' | 'unknown';

/** Asks the server who this browser's cookies stand for by now. Never throws. */
export async function askWhoIsHere(): Promise<WhoIsHere> {
  const answer = await callApi({ method: 'GET', path: '/me', view: meView }).catch(() => undefined);
  if (answer?.ok) return { id: answer.value.id };
  if (!answer || answer.problem === 'unreachable') return 'unknown';
  if (answer.problem.code === 'sign-in') return 'nobody';
  return answer.problem.code === 'no-right' ? 'guest' : 'unknown';
}
