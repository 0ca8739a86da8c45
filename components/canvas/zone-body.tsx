import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HTMLContainer } from 'tldraw';
import type { Zone } from '#board/cards.ts';
import { useToast } from '#components/ui/toast.tsx';
import { zoneLook } from './zone-look.ts';

/** A field of a template: a pale hue, a title, a line that says what goes in it. */
export function ZoneBody({ zone }: { zone: Zone }) {
  const word = useTranslations('words.zone');
  const t = useTranslations('canvas');
  const say = useToast();
  const { w, h, kind, title } = zone.props;
  return (
    <HTMLContainer
      className="overflow-hidden rounded-card px-6 py-3 font-sans"
      style={{
        width: w,
        height: h,
        ...zoneLook(kind),
      }}
    >
      <div className="flex items-center gap-3">
        <h2 className="shrink-0 text-20 font-semibold">{title || word(kind)}</h2>
        <button
          type="button"
          tabIndex={-1}
          title={t('zoneLocked')}
          aria-label={t('zoneLocked')}
          className="pointer-events-auto ml-auto rounded-chip p-1 opacity-50 hover:opacity-100"
          // The canvas would take the press for itself.
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => say({ text: t('zoneLocked') })}
        >
          <Lock aria-hidden className="size-4" />
        </button>
      </div>
      <p className="truncate text-14">{t(`zoneHint.${kind}`)}</p>
    </HTMLContainer>
  );
}
