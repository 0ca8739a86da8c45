import type { NoteColor, ZoneKind } from '../cards.ts';
import { zoneHue } from '../zone-hue.ts';
import type { Hue } from '../zone-hue.ts';

/** The light theme, as `app/globals.css` has it. [DRAW-3] */
export const light = {
  page: '#faf8f5',
  surface: '#ffffff',
  sunken: '#f3f0eb',
  line: '#e5e0d8',
  control: '#8d867b',
  ink: '#24211d',
  soft: '#59534b',
  faint: '#6f685f',
  plan: '#2f6fd0',
  'plan-pale': '#e9f1fc',
  'plan-ink': '#1b4a96',
  do: '#c47a00',
  'do-pale': '#fdf2db',
  'do-ink': '#754700',
  check: '#2b8a4e',
  'check-pale': '#e6f4e9',
  'check-ink': '#195b34',
  act: '#7853cf',
  'act-pale': '#f1ebfc',
  'act-ink': '#503694',
  'note-yellow': '#fdefb2',
  'note-orange': '#fddcbf',
  'note-pink': '#fbd6df',
  'note-violet': '#e5dcf9',
  'note-blue': '#d6e6fa',
  'note-green': '#d9efd6',
  'note-grey': '#ebe7e1',
  'note-ink': '#2b2620',
} as const;

export function paperOf(color: NoteColor): string {
  return light[`note-${color}`];
}

/** The pale hue of a field or a badge, and the ink for words on it. */
export function hueLook(hue: Hue): { readonly pale: string; readonly ink: string } {
  if (hue === 'neutral') return { pale: light.sunken, ink: light.soft };
  return { pale: light[`${hue}-pale`], ink: light[`${hue}-ink`] };
}

/** A rung has the hue of its lane; one without a lane has none. */
export function hueOfRung(rung: string): Hue {
  return zoneHue[rung as ZoneKind] ?? 'neutral';
}
