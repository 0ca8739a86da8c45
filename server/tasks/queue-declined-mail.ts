import type { Locale } from '#board/api/people.ts';
import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { writtenDay } from '../mail/written-day.ts';
import { words } from '../words.ts';
import { oneLine } from './one-line.ts';
import type { TaskRow } from './view-task.ts';

/** Tells whoever gave a promise that it was declined and is theirs again, if they want to hear. [ACT-41] [MAIL-5] */
export async function queueDeclinedMail(
  tx: Tx,
  house: Pick<House, 'authSecret' | 'env'>,
  { id, owner, title, due, declinedBy, declinedReason }: TaskRow,
  /** For somebody who never chose a language: that of whoever declined. */
  otherwise: Locale,
): Promise<void> {
  if (!owner.mailAgreed) return;
  const locale = mailLocale(owner, otherwise);
  const say = words(locale);
  const values = {
    ...{ name: owner.name, by: declinedBy?.name ?? '', title, reason: declinedReason ?? '' },
    ...{ due: writtenDay(due, locale), link: `${house.env.publicUrl}/tasks/${id}` },
  };
  await queueMail(tx, house, owner, {
    kind: 'agreed',
    subject: say('mail.declined.subject', { ...values, title: oneLine(title) }),
    text: (stop) =>
      [say('mail.declined.text', values), say('mail.agreed.foot', { stop })].join('\n'),
  });
}
