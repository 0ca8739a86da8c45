import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HTMLContainer } from 'tldraw';
import type { Zone, ZoneKind } from '#board/cards.ts';

/** The PDCA hues; lanes of the ladder reuse them. */
const hues: Partial<Record<ZoneKind, 'plan' | 'do' | 'check' | 'act'>> = {
  plan: 'plan',
  do: 'do',
  check: 'check',
  act: 'act',
  problems: 'do',
  agreed: 'plan',
  doing: 'do',
  done: 'check',
  effect_checked: 'check',
  standard: 'act',
};

/** A field of a template: a pale hue, a title, a line that says what goes in it. */
export function ZoneBody({ zone }: { zone: Zone }) {
  const t = useTranslations('canvas.zones');
  const { w, h, kind, title } = zone.props;
  const hue = hues[kind];
  return (
    <HTMLContainer
      className="overflow-hidden rounded-card px-6 py-4 font-sans"
      style={{
        width: w,
        height: h,
        background: hue ? `var(--${hue}-pale)` : 'var(--sunken)',
        color: hue ? `var(--${hue}-ink)` : 'var(--soft)',
      }}
    >
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 truncate text-20 font-semibold">{title || t(`${kind}.title`)}</h2>
        <span title={t('locked')} className="ml-auto opacity-60">
          <Lock aria-label={t('locked')} className="size-4" />
        </span>
      </div>
      <p className="truncate text-14 opacity-80">{t(`${kind}.hint`)}</p>
    </HTMLContainer>
  );
}
