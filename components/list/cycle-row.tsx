import { useTranslations } from 'next-intl';
import { changeCycle, cycleTexts, MAX_CYCLE_TEXT } from '#board/cycles.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { ListField } from './list-field.tsx';
import { useListTools } from './list-tools.tsx';

/** A cycle in the list: expected, happened, learned. */
export function CycleRow({ cycleId }: { cycleId: string }) {
  const t = useTranslations('card.cycle');
  const { live, writable } = useWorld();
  const { change } = useListTools();
  const cycle = useLive(live.cycles, cycleId);
  if (!cycle) return <p className="text-14 text-soft">{t('elsewhere')}</p>;
  return (
    <div className="rounded-card border border-line bg-surface p-3">
      <p className="mb-1 px-1.5 font-semibold">{t('title', { number: cycle.number })}</p>
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
