import type { Locale } from '#board/api/people.ts';
import type { User } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { oneLine } from '../tasks/one-line.ts';
import { words } from '../words.ts';

interface Told {
  readonly what: 'asked' | 'answered' | 'replied';
  /** Whose deed it was. */
  readonly by: string;
  readonly text: string;
  /** Where it can be answered, on our own address. */
  readonly path: string;
  /** For people who never chose a language: that of whoever wrote. */
  readonly locale: Locale;
}

/** Sends a mail about being asked or answered to somebody who wants such mails. [REV-5] [REV-7] */
export async function tellByMail(
  tx: Tx,
  house: Pick<House, 'authSecret' | 'env'>,
  to: User,
  { what, by, text, path, locale }: Told,
): Promise<void> {
  if (!to.mailMentions) return;
  const say = words(mailLocale(to, locale));
  const values = { name: to.name, by, text, link: `${house.env.publicUrl}${path}` };
  await queueMail(tx, house, to, {
    kind: 'mentions',
    subject: say(`mail.${what}.subject`, { by, text: oneLine(text) }),
    text: (stop) =>
      [say(`mail.${what}.text`, values), say('mail.mentioned.foot', { stop })].join('\n'),
  });
}
