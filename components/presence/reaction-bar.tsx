import { SmilePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { reactions, reactionSigns } from './signals.ts';
import type { Reaction } from './signals.ts';

/** One press shows everybody how it lands. */
export function ReactionBar({ onReact }: { onReact: (reaction: Reaction) => void }) {
  const t = useTranslations('presence');
  return (
    <Popover
      label={t('react')}
      className="flex gap-1 p-1"
      trigger={
        <IconButton
          size="sm"
          label={t('react')}
          className="max-sm:hidden"
          icon={<SmilePlus aria-hidden className="size-5" />}
        />
      }
    >
      {reactions.map((reaction) => (
        <button
          key={reaction}
          type="button"
          aria-label={t(`reactions.${reaction}`)}
          className="size-9 rounded-card text-20 hover:bg-hover pointer-coarse:size-11"
          onClick={() => onReact(reaction)}
        >
          {reactionSigns[reaction]}
        </button>
      ))}
    </Popover>
  );
}
