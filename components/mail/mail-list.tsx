import { CalendarDays, CircleAlert, Clock, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MailView } from '#board/api/mail.ts';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';

export function MailList({ mails }: { mails: readonly MailView[] }) {
  const t = useTranslations('outbox');
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {mails.map((mail) => (
        <li key={mail.id}>
          <details>
            <summary className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunken">
              <span className="min-w-48 grow">
                <span className="block font-medium">{mail.subject}</span>
                <span className="block text-12 text-soft">
                  {t('to', { to: mail.to })} · <Moment at={mail.createdAt} />
                </span>
              </span>
              {mail.calendar && <Badge icon={<CalendarDays />}>{t('calendar')}</Badge>}
              <Fate mail={mail} />
            </summary>
            <div className="border-t border-line bg-sunken px-4 py-4">
              {mail.error && (
                <p className="mb-3 text-danger">{t('failed', { error: mail.error })}</p>
              )}
              {Object.entries(mail.headers).map(([name, value]) => (
                <p key={name} className="text-12 break-all text-soft">
                  {name}: {value}
                </p>
              ))}
              <pre className="mt-3 font-sans wrap-anywhere whitespace-pre-wrap">{mail.text}</pre>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Fate({ mail }: { mail: MailView }) {
  const t = useTranslations('outbox');
  if (mail.sentAt !== null) {
    return (
      <Badge tone="check" icon={<Send />}>
        {t('sent')}
      </Badge>
    );
  }
  if (mail.error !== null) {
    return (
      <Badge tone="danger" icon={<CircleAlert />}>
        {t('notSent')}
      </Badge>
    );
  }
  return <Badge icon={<Clock />}>{t('kept')}</Badge>;
}
