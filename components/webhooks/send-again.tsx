'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { deliveryView } from '#board/api/webhooks.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';

export function SendAgain({ deliveryId }: { deliveryId: string }) {
  const t = useTranslations('webhooks.deliveries');
  const { busy, run } = useDeed();
  const path = `/webhooks/deliveries/${deliveryId}/send`;
  return (
    <Button
      size="sm"
      busy={busy}
      icon={<RotateCw aria-hidden className="size-4" />}
      onClick={() => void run({ method: 'POST', path, view: deliveryView, said: t('sentAgain') })}
    >
      {t('again')}
    </Button>
  );
}
