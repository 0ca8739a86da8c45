import type { ZoneKind } from '#board/cards.ts';
import { zoneHue } from '#board/zone-hue.ts';

/** The pale hue of a template's field, and the ink for its words. */
export function zoneLook(kind: ZoneKind): { readonly background: string; readonly color: string } {
  const hue = zoneHue[kind];
  if (hue === 'neutral') return { background: 'var(--sunken)', color: 'var(--soft)' };
  return { background: `var(--${hue}-pale)`, color: `var(--${hue}-ink)` };
}
