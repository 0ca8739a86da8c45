'use client';

import { useTranslations } from 'next-intl';
import { PlainMessage } from '#components/frame/plain-message.tsx';
import { Button } from '#components/ui/button.tsx';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function Crashed({ error, reset }: Props) {
  const t = useTranslations('app.crashed');
  return (
    <PlainMessage
      title={t('title')}
      text={error.digest ? `${t('text')} ${t('code', { code: error.digest })}` : t('text')}
      action={
        <Button variant="primary" onClick={reset}>
          {t('retry')}
        </Button>
      }
    />
  );
}
