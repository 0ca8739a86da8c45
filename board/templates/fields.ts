import type { Canvas } from '../canvases.ts';
import type { ZoneKind } from '../cards.ts';
import type { Box } from '../placing.ts';

/** A zone of a template and where it lies. */
export interface Field extends Box {
  readonly kind: ZoneKind;
}

const GAP = 24; // canvas units between zones

// The PDCA canvas: the target strip on top, Plan and Do, then Act and Check: the circle read clockwise.
const HALF = { w: 800, h: 600 };
const STRIP = 300;
const below = STRIP + GAP;
const pdca: readonly Field[] = [
  { kind: 'target', x: 0, y: 0, w: 2 * HALF.w + GAP, h: STRIP },
  { kind: 'plan', x: 0, y: below, ...HALF },
  { kind: 'do', x: HALF.w + GAP, y: below, ...HALF },
  { kind: 'act', x: 0, y: below + HALF.h + GAP, ...HALF },
  { kind: 'check', x: HALF.w + GAP, y: below + HALF.h + GAP, ...HALF },
];

const knowledge: readonly Field[] = [
  { kind: 'topics', x: 0, y: 0, w: 1100, h: 900 },
  { kind: 'problems', x: 1100 + GAP, y: 0, w: 500, h: 900 },
];

const LANE = { w: 320, h: 960 };
const lanes: readonly ZoneKind[] = [
  'proposal',
  'agreed',
  'doing',
  'done',
  'effect_checked',
  'standard',
];
const action: readonly Field[] = lanes.map((kind, at) => ({
  kind,
  x: at * (LANE.w + GAP),
  y: 0,
  ...LANE,
}));

export const fieldsOf: Record<Canvas, readonly Field[]> = { pdca, knowledge, action };

/** Where the target measure's card lies in the strip. */
export const TARGET_CARD: Box = { x: GAP, y: 64, w: 640, h: STRIP - 64 - GAP };

/** Where the cycle's card lies, beside the target. */
export const CYCLE_CARD = { x: TARGET_CARD.x + TARGET_CARD.w + GAP, y: 64, w: 912 };
