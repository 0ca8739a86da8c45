import type { MailKind } from '#board/api/preferences.ts';
import type { User } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { unsubscribeHeaders, unsubscribeUrl } from './unsubscribe-token.ts';

/** A mail that may be unsubscribed from. */
export interface OptionalMail {
  readonly kind: MailKind;
  readonly subject: string;
  /** `stop` is the link that ends such mails. */
  readonly text: (stop: string) => string;
  /** An iCalendar file to attach. */
  readonly calendar?: string;
  /** Of the comment whose words are in it. */
  readonly commentId?: string;
}

/** Puts a mail to somebody into the outbox, in the transaction of what it tells. Returns its id. */
export async function queueMail(
  tx: Tx,
  house: Pick<House, 'authSecret' | 'env'>,
  to: User,
  { kind, subject, text, calendar = '', commentId = '' }: OptionalMail,
): Promise<string> {
  const id = newId();
  const stop = unsubscribeUrl(house, { userId: to.id, kind });
  const headers = unsubscribeHeaders(stop);
  await tx.mail.create({
    data: {
      ...{ id, to: to.email, subject, text: text(stop), headers },
      calendar: calendar || null,
      commentId: commentId || null,
    },
  });
  return id;
}
