import { chartScale } from '../chart-scale.ts';
import type { MeasureCard } from '../cards.ts';
import { readMeasure } from '../document.ts';
import type { MeasureFact } from '../facts.ts';
import type { Box } from '../placing.ts';
import { light } from './colors.ts';
import { paper, voice, write } from './pen.ts';
import type { Pen } from './pen.ts';
import type { Mark } from './picture.ts';
import { widthOfWords } from './words.ts';

const FOOT = 40; // canvas units for the line about the newest reading

/** A measure with its target, its run chart and the newest reading's day. */
export function drawMeasure(pen: Pen, { w, h, measureId }: MeasureCard['props']): Mark[] {
  const measure = readMeasure(pen.board, measureId);
  const sheet = paper(w, h, light.surface, light.line);
  if (!measure) return [...sheet, ...empty(pen, w, h)];
  const strong = voice(16, light.ink, 'inter-strong');
  const name = Math.min(widthOfWords(pen.fonts, measure.name, strong), w * 0.6);
  const plot = { x: 56, y: 56, w: w - 56 - 150, h: Math.max(24, h - 56 - 24 - FOOT) };
  return [
    ...sheet,
    ...write(pen, measure.name, strong, { x: 16, y: 16, w: w * 0.6, lines: 1 }),
    ...write(pen, targetLine(pen, measure), voice(14, light['check-ink']), {
      ...{ x: 16 + name + 24, y: 18, w: w - name - 56, lines: 1 },
    }),
    ...(measure.readings.length > 0 ? chart(pen, measure, plot) : []),
    ...write(pen, newest(pen, measure), voice(12, light.soft), {
      ...{ x: 16, y: h - 32, w: w - 32, lines: 1 },
    }),
  ];
}

function targetLine({ say, number, day }: Pen, { target, targetBy, unit }: MeasureFact): string {
  if (target === null) return '';
  const value = `${number(target)} ${unit}`.trim();
  return targetBy
    ? say('card.measure.targetBy', { value, day: day(targetBy) })
    : say('card.measure.target', { value });
}

function newest({ say, day }: Pen, { readings }: MeasureFact): string {
  const last = readings.at(-1);
  return last ? say('export.lastReading', { day: day(last.at) }) : say('card.measure.noReadings');
}

function empty(pen: Pen, w: number, h: number): Mark[] {
  const area = { x: 32, y: h / 2 - 10, w: w - 64, lines: 2, align: 'middle' } as const;
  return write(pen, pen.say('card.measure.empty'), voice(14, light.soft), area);
}

function chart(pen: Pen, measure: MeasureFact, plot: Box): Mark[] {
  const { readings, target, baseline, unit } = measure;
  const scale = chartScale(measure, []);
  const x = (day: string): number => plot.x + (scale.x(day) / 100) * plot.w;
  const y = (value: number): number => plot.y + (scale.y(value) / 100) * plot.h;
  const across = (value: number): string => `M${plot.x} ${y(value)}H${plot.x + plot.w}`;
  const line = readings.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L');
  const first = readings[0];
  const last = readings.at(-1);
  const label = { x: plot.x + plot.w + 8, w: 134, lines: 1 };
  const foot = { x: plot.x, y: plot.y + plot.h + 4, w: plot.w, lines: 1 };
  return [
    ...scale.ticks.flatMap((tick): Mark[] => [
      { is: 'path', d: across(tick), stroke: light.line },
      ...write(pen, pen.number(tick), voice(12, light.faint), {
        ...{ x: plot.x - 44, y: y(tick) - 8, w: 36, align: 'end', lines: 1 },
      }),
    ]),
    ...level(baseline, light.faint, '2 3'),
    ...level(target, light.check, '6 4'),
    { is: 'path', d: `M${line}`, stroke: light.plan, width: 2 },
    ...readings.map(({ at, value }) => dot(x(at), y(value))),
    ...(last
      ? write(
          pen,
          `${pen.number(last.value)} ${unit}`.trim(),
          voice(12, light['plan-ink'], 'inter-strong'),
          { ...label, y: y(last.value) - 8 },
        )
      : []),
    ...(first ? write(pen, pen.day(first.at), voice(12, light.faint), foot) : []),
    ...(last && last !== first
      ? write(pen, pen.day(last.at), voice(12, light.faint), { ...foot, align: 'end' })
      : []),
  ];

  function level(value: number | null, stroke: string, dash: string): Mark[] {
    return value === null ? [] : [{ is: 'path', d: across(value), stroke, width: 1.5, dash }];
  }
}

function dot(x: number, y: number): Mark {
  return { is: 'rect', box: { x: x - 3, y: y - 3, w: 6, h: 6 }, round: 3, fill: light.plan };
}
