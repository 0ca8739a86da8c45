import { CircleAlert, CircleCheck, CirclePause, Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeliveryView } from '#board/api/webhooks.ts';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Tone } from '#components/ui/badge.tsx';
import { DeliveryAttempt } from './delivery-attempt.tsx';
import { Paper } from './paper.tsx';
import { SendAgain } from './send-again.tsx';
import { useEventWords } from './use-event-words.ts';

const looks: Record<DeliveryView['state'], { tone: Tone; Icon: typeof Clock }> = {
  waiting: { tone: 'neutral', Icon: Clock },
  delivered: { tone: 'check', Icon: CircleCheck },
  given_up: { tone: 'danger', Icon: CircleAlert },
  dropped: { tone: 'neutral', Icon: CirclePause },
};

interface Props {
  delivery: DeliveryView;
  mayResend: boolean;
}

/** One message: what it said, and every time that it was tried. */
export function DeliveryRow({ delivery, mayResend }: Props) {
  const t = useTranslations('webhooks.deliveries');
  const word = useEventWords();
  const { id, type, state, createdAt, nextAt, attempts, body } = delivery;
  const { tone, Icon } = looks[state];
  return (
    <li>
      <details>
        <summary className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunken">
          <span className="min-w-48 grow">
            <span className="block font-medium">{word(type)}</span>
            <span className="block text-12 text-soft">
              <Moment at={createdAt} /> · {t('attempts', { count: attempts.length })}
              {nextAt !== null && attempts.length > 0 && (
                <> · {t.rich('next', { at: () => <Moment at={nextAt} /> })}</>
              )}
            </span>
          </span>
          <Badge tone={tone} icon={<Icon />}>
            {t(`state.${state}`)}
          </Badge>
        </summary>
        <div className="flex flex-col gap-4 border-t border-line bg-sunken px-4 py-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <code className="text-12 break-all text-soft">{id}</code>
            {mayResend && <SendAgain deliveryId={id} />}
          </div>
          {attempts.map((attempt, at) => (
            <DeliveryAttempt
              key={`${attempt.at} ${at}`}
              attempt={attempt}
              number={attempts.length - at}
            />
          ))}
          <Paper title={t('message')} text={pretty(body)} />
        </div>
      </details>
    </li>
  );
}

/** With a line for each field; the bytes that were signed have none. */
function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
