import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HTMLContainer } from 'tldraw';
import type { Zone } from '#board/cards.ts';
import { zoneHue } from '#components/boards/zone-hue.ts';

/** A field of a template: a pale hue, a title, a line that says what goes in it. */
export function ZoneBody({ zone }: { zone: Zone }) {
  const word = useTranslations('words.zone');
  const t = useTranslations('canvas');
  const { w, h, kind, title } = zone.props;
  const hue = zoneHue[kind];
  return (
    <HTMLContainer
      className="overflow-hidden rounded-card px-6 py-3 font-sans"
      style={{
        width: w,
        height: h,
        background: hue === 'neutral' ? 'var(--sunken)' : `var(--${hue}-pale)`,
        color: hue === 'neutral' ? 'var(--soft)' : `var(--${hue}-ink)`,
      }}
    >
      <div className="flex items-center gap-3">
        <h2 className="shrink-0 text-20 font-semibold">{title || word(kind)}</h2>
        <span title={t('zoneLocked')} className="pointer-events-auto ml-auto opacity-50">
          <Lock aria-label={t('zoneLocked')} className="size-4" />
        </span>
      </div>
      <p className="truncate text-14">{t(`zoneHint.${kind}`)}</p>
    </HTMLContainer>
  );
}
