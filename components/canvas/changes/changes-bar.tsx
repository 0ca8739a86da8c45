import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ChangedCards, HowChanged } from '#board/changed-cards.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { ShownChanges } from './shown-changes.ts';

interface Props {
  shown: ShownChanges;
  changed: ChangedCards;
}

/** Says what one looks back to and how much changed, and ends it. */
export function ChangesBar({ shown, changed }: Props) {
  const t = useTranslations('canvas.changes');
  const count = (how: HowChanged): number =>
    [...changed.cards.values()].filter((one) => one === how).length;
  return (
    <div className="absolute inset-x-2 top-3 flex justify-center">
      <div
        role="status"
        className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card border border-line bg-surface py-1 pr-1 pl-3 text-14 shadow-float"
      >
        <span className="min-w-0 truncate font-medium">{t('since', { name: shown.name })}</span>
        <span className="shrink-0 text-12 text-soft tabular-nums max-sm:hidden">
          {t('counts', {
            new: count('new'),
            changed: count('changed'),
            moved: count('moved'),
            gone: changed.gone.length,
          })}
        </span>
        <IconButton
          size="sm"
          label={t('close')}
          icon={<X aria-hidden className="size-4" />}
          onClick={shown.onClose}
        />
      </div>
    </div>
  );
}
