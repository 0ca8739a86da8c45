import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { changeCycle, cycleTexts, MAX_CYCLE_TEXT } from '#board/cycles.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { MenuItem } from '#components/ui/menu.tsx';
import { ListField } from './list-field.tsx';
import { useListTools } from './list-tools.tsx';
import { RowMenu } from './row-menu.tsx';

interface Props {
  recordId: string;
  cycleId: string;
  /** Another has begun since. */
  over: boolean;
}

/** A cycle in the list: expected, happened, learned, and the way on. */
export function CycleRow({ recordId, cycleId, over }: Props) {
  const t = useTranslations('card.cycle');
  const { live, writable } = useWorld();
  const { change, nextCycle } = useListTools();
  const cycle = useLive(live.cycles, cycleId);
  if (!cycle) return <p className="text-14 text-soft">{t('elsewhere')}</p>;
  const title = t('title', { number: cycle.number });
  return (
    <div className="rounded-card border border-line bg-surface p-3">
      <div className="mb-1 flex items-center justify-between gap-2 pl-1.5">
        <p className="font-semibold">{title}</p>
        <RowMenu recordId={recordId} zoneId={undefined} about={title}>
          {writable && !over && (
            <MenuItem
              icon={<RefreshCw aria-hidden className="size-4" />}
              onSelect={() => nextCycle(recordId)}
            >
              {t('next')}
            </MenuItem>
          )}
        </RowMenu>
      </div>
      {cycleTexts.map((name) => (
        <div key={name}>
          <span aria-hidden className="px-1.5 text-12 text-soft">
            {t(name)}
          </span>
          <ListField
            label={t(name)}
            placeholder={t(`hint.${name}`)}
            text={cycle[name]}
            maxLength={MAX_CYCLE_TEXT}
            readOnly={!writable}
            onWrite={(next, base) => {
              change((board) => changeCycle(board, cycleId, name, next, base), false);
            }}
          />
        </div>
      ))}
    </div>
  );
}
