import { DefaultColorThemePalette } from '@tldraw/tlschema';
import { light } from './colors.ts';
import type { Face, Paint } from './picture.ts';

/** How tldraw draws what its shapes say: sizes in canvas units at 100 %. */
export const strokeWidths: Readonly<Record<string, number>> = { s: 2, m: 3.5, l: 5, xl: 10 };
export const textSizes: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 };
export const labelSizes: Readonly<Record<string, number>> = { s: 18, m: 22, l: 26, xl: 32 };
export const arrowLabelSizes: Readonly<Record<string, number>> = { s: 18, m: 20, l: 24, xl: 28 };
export const LINE = 1.35;

const palette = DefaultColorThemePalette.lightMode;

interface Inked {
  readonly color: string;
  readonly size: string;
  readonly scale?: number | undefined;
  readonly dash?: string | undefined;
  readonly fill?: string | undefined;
}

export function inkOf(color: string): string {
  return named(color).solid;
}

export function frameLook(color: string): { fill: string; stroke: string } {
  const { fill, stroke } = named(color).frame;
  return { fill, stroke };
}

export function markerOf(color: string): string {
  return named(color).highlight.srgb;
}

export function strokeOf({ color, size, scale = 1, dash }: Inked): Paint & { width: number } {
  const width = (strokeWidths[size] ?? 3.5) * scale;
  const dashes = dash === 'dashed' ? `${width * 2} ${width * 2}` : dotted(dash, width);
  return { stroke: inkOf(color), width, ...(dashes && { dash: dashes }) };
}

function dotted(dash: string | undefined, width: number): string | undefined {
  return dash === 'dotted' ? `0.1 ${width * 2}` : undefined;
}

/** What a closed shape is filled with; hatching is shown as its plain tone. */
export function fillOf({ color, fill }: Inked): Paint {
  if (fill === 'solid') return { fill: named(color).semi };
  if (fill === 'semi') return { fill: light.surface };
  if (fill === 'fill') return { fill: named(color).fill };
  if (fill === 'pattern') return { fill: named(color).semi };
  return {};
}

export function faceOf(font: string): Face {
  return font === 'draw' || font === 'serif' || font === 'mono' ? font : 'sans';
}

function named(color: string) {
  const known = color in palette ? color : 'black';
  return palette[known as 'black'];
}
