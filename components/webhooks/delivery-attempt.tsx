import { useTranslations } from 'next-intl';
import type { DeliveryView } from '#board/api/webhooks.ts';
import { Moment } from '#components/time/moment.tsx';
import { Paper } from './paper.tsx';

interface Props {
  attempt: DeliveryView['attempts'][number];
  number: number;
}

export function DeliveryAttempt({ attempt, number }: Props) {
  const t = useTranslations('webhooks.deliveries');
  const { at, took, status, answer, failure, headers, address } = attempt;
  const sent = [
    `POST ${address}`,
    ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`),
  ];
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-medium">
        {t('attempt', { number })}
        <span className="text-12 font-normal text-soft">
          <Moment at={at} /> · {t('took', { took })}
        </span>
      </h3>
      {status === null ? (
        <p className="break-words text-danger">
          {t('noAnswer')}: {failure}
        </p>
      ) : (
        <p>{t('status', { status })}</p>
      )}
      <Paper title={t('headers')} text={sent.join('\n')} />
      {status !== null && <Paper title={t('answer')} text={answer || t('emptyAnswer')} />}
    </section>
  );
}
