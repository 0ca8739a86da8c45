import type { MailView } from '#board/api/mail.ts';
import { mustInHouse } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { headersOf } from './mail-headers.ts';

const SHOWN = 200;

/** The newest mails, sent or waiting. */
export async function listOutbox({ db }: House, actor: Actor): Promise<MailView[]> {
  mustInHouse(actor, 'organisation.read-outbox');
  const rows = await db.mail.findMany({ orderBy: { createdAt: 'desc' }, take: SHOWN });
  return rows.map(
    ({ calendar, headers, createdAt, sentAt, heldUntil: _, commentId: __, ...mail }) => ({
      ...mail,
      headers: headersOf({ headers }),
      calendar: calendar !== null,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }),
  );
}
