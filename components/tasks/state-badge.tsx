import { useTranslations } from 'next-intl';
import type { TaskState } from '#board/facts.ts';
import { Badge } from '#components/ui/badge.tsx';
import { stateLooks } from './state-looks.ts';

export function StateBadge({ state }: { state: TaskState }) {
  const t = useTranslations('words.state');
  const { tone, Icon } = stateLooks[state];
  return (
    <Badge tone={tone} icon={<Icon />}>
      {t(state)}
    </Badge>
  );
}
