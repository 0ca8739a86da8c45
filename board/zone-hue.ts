import type { ZoneKind } from './cards.ts';

export type Hue = 'plan' | 'do' | 'check' | 'act' | 'neutral';

/** The hue of a field on a canvas: the four of PDCA, reused along the ladder. */
export const zoneHue: Record<ZoneKind, Hue> = {
  plan: 'plan',
  do: 'do',
  check: 'check',
  act: 'act',
  target: 'neutral',
  topics: 'neutral',
  problems: 'neutral',
  gaps: 'neutral',
  proposal: 'neutral',
  agreed: 'plan',
  doing: 'do',
  done: 'check',
  effect_checked: 'check',
  standard: 'act',
  parking: 'neutral',
};
