import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';
import { useWorld } from './canvas-world.tsx';
import type { CanvasDeeds } from './canvas-world.tsx';
import type { Rung } from './ladder-looks.ts';

interface NextStep {
  readonly word: 'confirm' | 'start' | 'finish' | 'check';
  readonly take: (deeds: CanvasDeeds, actionId: string) => void;
}

/** The one step up the ladder that a card offers; every other step is in its details. */
const nextStep: Partial<Record<Rung, NextStep>> = {
  intention: { word: 'confirm', take: (deeds, id) => deeds.confirmAction(id) },
  proposal: { word: 'confirm', take: (deeds, id) => deeds.confirmAction(id) },
  agreed: { word: 'start', take: (deeds, id) => deeds.moveTask(id, 'doing') },
  doing: { word: 'finish', take: (deeds, id) => deeds.moveTask(id, 'done') },
  done: { word: 'check', take: (deeds, id) => deeds.checkEffect(id) },
};

export function ActionCardButton({ actionId, rung }: { actionId: string; rung: Rung }) {
  const t = useTranslations('card.action');
  const { deeds, mayPromise } = useWorld();
  const step = nextStep[rung];
  if (!step || !deeds) return null;
  const may = mayPromise === 'yes';
  const button = (
    <Button
      size="sm"
      variant={step.word === 'confirm' && may ? 'primary' : 'secondary'}
      aria-disabled={!may}
      className="pointer-events-auto"
      // On a card the press would start to drag it.
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => may && step.take(deeds, actionId)}
    >
      {t(step.word)}
    </Button>
  );
  return mayPromise === 'yes' ? (
    button
  ) : (
    <Tooltip text={t(`mayNot.${mayPromise}`)}>{button}</Tooltip>
  );
}
