import type { Hue } from '../zone-hue.ts';
import { hueLook } from './colors.ts';
import type { Pen } from './pen.ts';
import { voice, write } from './pen.ts';
import type { Mark } from './picture.ts';
import { widthOfWords } from './words.ts';

/** A word on its hue; its left edge is at `x`, its middle at `middle`. */
export function badge(pen: Pen, text: string, hue: Hue, x: number, middle: number): Mark[] {
  const { pale, ink } = hueLook(hue);
  const setting = voice(12, ink, 'inter-strong');
  const w = widthOfWords(pen.fonts, text, setting) + 16;
  return [
    { is: 'rect', box: { x, y: middle - 10, w, h: 20 }, round: 4, fill: pale },
    ...write(pen, text, setting, { x: x + 8, y: middle - 8, w, lines: 1 }),
  ];
}
