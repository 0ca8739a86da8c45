import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HTMLContainer, useEditor, useIsEditing } from 'tldraw';
import { CYCLE_CARD_HEIGHT } from '#board/cards.ts';
import type { CycleCard } from '#board/cards.ts';
import { cycleTexts } from '#board/cycles.ts';
import type { Cycle } from '#board/cycles.ts';
import { Button } from '#components/ui/button.tsx';
import { useWorld } from './canvas-world.tsx';
import { CycleField } from './cycle-field.tsx';
import { useLive } from './live-map.ts';
import { isOver, useNextCycle } from './use-next-cycle.ts';

/** One turn of the circle: expected beside what happened, what was learned, and the way on. */
export function CycleCardBody({ card }: { card: CycleCard }) {
  const t = useTranslations('card.cycle');
  const { live } = useWorld();
  const cycle = useLive(live.cycles, card.props.cycleId);
  return (
    <HTMLContainer
      className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4 font-sans text-14 text-ink"
      style={{ width: card.props.w, height: CYCLE_CARD_HEIGHT }}
    >
      {cycle ? <Filled card={card} cycle={cycle} /> : <p className="text-soft">{t('elsewhere')}</p>}
    </HTMLContainer>
  );
}

function Filled({ card, cycle }: { card: CycleCard; cycle: Cycle }) {
  const t = useTranslations('card.cycle');
  const editing = useIsEditing(card.id);
  return (
    <>
      <div className="flex min-h-8 items-center justify-between gap-4">
        <h3 className="text-16 font-semibold">{t('title', { number: cycle.number })}</h3>
        <NextButton card={card} />
      </div>
      <div className="grid min-h-0 grow grid-cols-3 gap-4">
        {cycleTexts.map((name, at) => (
          <CycleField key={name} cycle={cycle} name={name} editing={editing} first={at === 0} />
        ))}
      </div>
    </>
  );
}

function NextButton({ card }: { card: CycleCard }) {
  const t = useTranslations('card.cycle');
  const editor = useEditor();
  const world = useWorld();
  const startNextCycle = useNextCycle(world);
  if (!world.writable || !world.deeds || isOver(card)) return null;
  return (
    <Button
      size="sm"
      className="pointer-events-auto"
      title={t('nextHint')}
      icon={<RefreshCw aria-hidden className="size-4" />}
      // On a card the press would start to drag it.
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => startNextCycle(editor, card)}
    >
      {t('next')}
    </Button>
  );
}
