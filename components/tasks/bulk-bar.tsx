import { CalendarClock, Check, Play, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TaskView } from '#board/api/tasks.ts';
import { Button } from '#components/ui/button.tsx';
import { BulkDay } from './bulk-day.tsx';
import { BulkOwner } from './bulk-owner.tsx';
import type { BulkStep } from './bulk-steps.ts';

interface Props {
  chosen: readonly TaskView[];
  /** Of how many. */
  count: number;
  busy: boolean;
  onStep: (step: BulkStep) => Promise<void>;
  onAll: () => void;
  onNone: () => void;
}

/** What the chosen promises may be asked to do together. [ACT-45] */
export function BulkBar({ chosen, count, busy, onStep, onAll, onNone }: Props) {
  const t = useTranslations('tasks.bulk');
  const [asking, setAsking] = useState<'day' | 'owner' | null>(null);
  const [first] = chosen;
  const take = async (step: BulkStep) => {
    setAsking(null);
    await onStep(step);
  };
  return (
    <div
      role="toolbar"
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-2 rounded-card border border-line bg-surface p-3 shadow-paper"
    >
      <span className="mr-auto font-medium tabular-nums">
        {t('chosen', { count: chosen.length })}
      </span>
      {chosen.length < count && (
        <Button size="sm" variant="quiet" onClick={onAll}>
          {t('all', { count })}
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={onNone}>
        {t('none')}
      </Button>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          busy={busy}
          icon={<Play aria-hidden className="size-4" />}
          onClick={() => void take({ is: 'start' })}
        >
          {t('start')}
        </Button>
        <Button
          size="sm"
          busy={busy}
          icon={<Check aria-hidden className="size-4" />}
          onClick={() => void take({ is: 'finish' })}
        >
          {t('finish')}
        </Button>
        <Button
          size="sm"
          busy={busy}
          icon={<CalendarClock aria-hidden className="size-4" />}
          onClick={() => setAsking('day')}
        >
          {t('day')}
        </Button>
        <Button
          size="sm"
          busy={busy}
          icon={<UserRound aria-hidden className="size-4" />}
          onClick={() => setAsking('owner')}
        >
          {t('owner')}
        </Button>
      </div>
      {asking === 'day' && (
        <BulkDay count={chosen.length} onDay={take} onClose={() => setAsking(null)} />
      )}
      {asking === 'owner' && first && (
        <BulkOwner
          count={chosen.length}
          teamId={chosen.every(({ teamId }) => teamId === first.teamId) ? first.teamId : null}
          onOwner={take}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
