import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';

export function IntactMark({ intact }: { intact: boolean }) {
  const t = useTranslations('history');
  return intact ? (
    <Badge tone="check" icon={<ShieldCheck />}>
      {t('intact')}
    </Badge>
  ) : (
    <Badge tone="danger" icon={<ShieldAlert />}>
      {t('broken')}
    </Badge>
  );
}
