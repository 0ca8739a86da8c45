import type { House } from '../house.ts';
import { isRefusal } from '../refusal.ts';
import { unsubscribe } from './unsubscribe.ts';

/**
 * What a mail program sends when somebody presses its own button to end such mails: one POST without
 * cookies, whose address says everything (RFC 8058). [MAIL-6]
 */
export async function answerUnsubscribe(house: House, token: string): Promise<Response> {
  try {
    await unsubscribe(house, { token });
    return new Response(null, { status: 200 });
  } catch (error) {
    if (isRefusal(error)) return new Response(null, { status: 404 });
    house.log.error({ err: error }, 'somebody could not be unsubscribed');
    return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
  }
}
