import type { BoardDocument } from '../document.ts';
import type { Box } from '../placing.ts';
import { light } from './colors.ts';
import type { Mark, Typefaces } from './picture.ts';
import { setWords } from './words.ts';
import type { Area, Setting } from './words.ts';

/** What drawing a card needs beside its record. */
export interface Pen {
  readonly board: BoardDocument;
  readonly fonts: Typefaces;
  /** A text of `messages/` in the reader's language, by its key. */
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  /** A day as the reader writes it, short. */
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
}

type Voice = 'inter' | 'inter-strong';

/** Sizes of the cards' words, as the screen has them: font size and line height. */
const sizes = { 12: 16, 14: 20, 16: 24, 20: 28 } as const;

export function voice(
  size: keyof typeof sizes,
  fill: string = light.ink,
  face: Voice = 'inter',
): Setting {
  return { face, size, lineHeight: sizes[size], fill };
}

export function write({ fonts }: Pen, text: string, setting: Setting, area: Area): Mark[] {
  return setWords(fonts, text, setting, area);
}

/** A sheet of paper with a thin shadow under it. */
export function paper(w: number, h: number, fill: string, edge?: string): Mark[] {
  const shade: Mark = { is: 'rect', box: { x: 0, y: 1.5, w, h }, round: 8, ...shadow };
  if (edge === undefined) return [shade, { is: 'rect', box: { x: 0, y: 0, w, h }, round: 8, fill }];
  const box: Box = { x: 0.5, y: 0.5, w: w - 1, h: h - 1 };
  return [shade, { is: 'rect', box, round: 8, fill, stroke: edge }];
}

const shadow = { fill: '#342c21', opacity: 0.14 };
/** Half of `control` over white, as the edge of cards has it. */
export const EDGE = '#c6c2bd';
