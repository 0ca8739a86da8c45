import type { Box, TLShape } from 'tldraw';
import type { NoteCard, Zone } from '#board/cards.ts';
import { zoneHue } from '#board/zone-hue.ts';

/** The colour of a CSS variable, without its dashes, as the page shows it now. */
export type Colors = (name: string) => string;

export interface PaintDeps {
  readonly context: CanvasRenderingContext2D;
  readonly colors: Colors;
  /** The typefaces, as CSS lists them. */
  readonly typefaces: string;
  /** What stands on a template's field. */
  readonly titleOf: (zone: Zone) => string;
}

const RADIUS = 8; // as the cards have it
const EDGE = 16;
const LINE = 24; // between two lines of words
const BAR = 8; // height of a line of words, seen from far

/** Paints a card as one sees it from far: paper, and bars for its words. The origin is its corner. */
export function paintCard(deps: PaintDeps, card: TLShape, size: Box): void {
  if (isZone(card)) paintZone(deps, card, size);
  else if (isNote(card)) paintNote(deps, card, size);
  else paintOther(deps, size);
}

function paintNote({ context, colors }: PaintDeps, { props }: NoteCard, { w, h }: Box): void {
  paper(context, w, h, colors(`note-${props.color}`));
  words(context, colors('note-ink'), w, Math.floor((h - 2 * EDGE - 20) / LINE), props.text.length);
}

function paintOther({ context, colors }: PaintDeps, { w, h }: Box): void {
  paper(context, w, h, colors('surface'));
  context.strokeStyle = colors('control');
  context.stroke();
  words(context, colors('ink'), w, 2, w / 5);
}

function paintZone(
  { context, colors, typefaces, titleOf }: PaintDeps,
  zone: Zone,
  { w, h }: Box,
): void {
  const hue = zoneHue[zone.props.kind];
  paper(context, w, h, colors(hue === 'neutral' ? 'sunken' : `${hue}-pale`));
  context.fillStyle = colors(hue === 'neutral' ? 'soft' : `${hue}-ink`);
  context.font = `600 20px ${typefaces}`;
  context.fillText(titleOf(zone), 24, 34, w - 48);
}

function paper(context: CanvasRenderingContext2D, w: number, h: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(0, 0, w, h, RADIUS);
  context.fill();
}

/** Bars for so many lines; the last is as long as what is left of the text. */
function words(
  context: CanvasRenderingContext2D,
  color: string,
  width: number,
  lines: number,
  length: number,
): void {
  if (length === 0) return;
  context.fillStyle = color;
  context.globalAlpha = 0.4;
  const room = width - 2 * EDGE;
  for (let line = 0; line < Math.max(1, lines); line++) {
    const isLast = line >= lines - 1;
    const share = isLast ? 0.35 + ((length * 7) % 50) / 100 : 1;
    context.fillRect(EDGE, EDGE + line * LINE + BAR, room * share, BAR);
  }
  context.globalAlpha = 1;
}

function isZone(card: TLShape): card is Zone {
  return (card.type as string) === 'zone';
}

function isNote(card: TLShape): card is NoteCard {
  return (card.type as string) === 'note-card';
}
