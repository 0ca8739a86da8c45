import { Mail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MailView } from '#board/api/mail.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { MailList } from './mail-list.tsx';

interface Props {
  mails: readonly MailView[];
  /** Whether a mail server is set. */
  sends: boolean;
}

export function Outbox({ mails, sends }: Props) {
  const t = useTranslations('outbox');
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={t('title')} line={t(sends ? 'sends' : 'keeps')} />
      {mails.length === 0 ? (
        <EmptyState icon={<Mail />}>{t('none')}</EmptyState>
      ) : (
        <MailList mails={mails} />
      )}
    </div>
  );
}
