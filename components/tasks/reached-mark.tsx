import { CircleSlash, Target } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';

/** Whether what was expected was reached; a word and a sign, never the colour alone. */
export function ReachedMark({ reached }: { reached: boolean }) {
  const t = useTranslations('tasks.comparison');
  return (
    <Badge tone={reached ? 'check' : 'do'} icon={reached ? <Target /> : <CircleSlash />}>
      {t(reached ? 'reached' : 'notReached')}
    </Badge>
  );
}
