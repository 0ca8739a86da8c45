import type { ZoneKind } from '#board/cards.ts';
import { pageOf } from '#board/canvases.ts';
import type { FirstLook, LookCard } from '#board/first-look.ts';
import { NOTE_PADDING, noteLayout } from '#board/note-layout.ts';
import type { Box } from '#board/placing.ts';
import { fitCamera } from './fit-camera.ts';
import { readViews } from './kept-views.ts';
import type { Camera } from './kept-views.ts';
import { zoneLook } from './zone-look.ts';

/** What a template's field is called and what belongs there, in the language of the page. */
export type ZoneWords = Readonly<
  Record<ZoneKind, { readonly name: string; readonly hint: string }>
>;

interface Window {
  readonly w: number;
  readonly h: number;
}

/**
 * Draws what is in the window of a board from where this person left it: the cards where the editor
 * will have them. Plain elements, so that a page can do it before anything else of it has loaded.
 */
export function paintFirstLook(
  place: HTMLElement,
  boardId: string,
  look: FirstLook,
  words: ZoneWords,
): void {
  const { width: w, height: h } = place.getBoundingClientRect();
  const { camera, cards } = cardsInView(look, readViews(boardId)[pageOf(look.canvas)], { w, h });
  const sheet = element('absolute top-0 left-0 origin-top-left');
  sheet.style.transform = `scale(${camera.z}) translate(${camera.x}px, ${camera.y}px)`;
  sheet.append(...cards.map((card) => cardElement(card, words)));
  place.replaceChildren(sheet);
}

/** The cards in a window, and where one looks: where one left, else so that everything is in it. */
export function cardsInView(
  { cards, extent = { x: 0, y: 0, w: 1, h: 1 } }: FirstLook,
  kept: Camera | undefined,
  window: Window,
): { readonly camera: Camera; readonly cards: readonly LookCard[] } {
  const camera = kept ?? fitCamera(extent, window);
  const { x, y, z } = camera;
  const seen = { x: -x, y: -y, w: window.w / z, h: window.h / z };
  return { camera, cards: cards.filter(({ box }) => meets(seen, box)) };
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function cardElement(card: LookCard, words: ZoneWords): HTMLElement {
  const { x, y, w, h } = card.box;
  const outer = element('absolute');
  outer.dataset['firstLook'] = card.id;
  Object.assign(outer.style, {
    width: `${w}px`,
    height: `${h}px`,
    transform: `translate(${x}px, ${y}px)`,
  });
  outer.append(inside(card, words));
  return outer;
}

function inside(card: LookCard, words: ZoneWords): HTMLElement {
  if (card.is === 'note') return note(card.color, card.text, card.box.w);
  if (card.is === 'zone') return field(card.kind, card.title, words);
  return element(
    'size-full rounded-card border border-control/50 bg-surface p-3 text-14 font-semibold text-ink shadow-paper',
    card.words,
  );
}

function note(color: string, text: string, width: number): HTMLElement {
  const { fontSize, lineHeight } = noteLayout(text, width);
  const paper = element(
    'size-full rounded-card font-sans wrap-anywhere whitespace-pre-wrap text-note-ink shadow-paper',
    text,
  );
  paper.dir = 'auto';
  Object.assign(paper.style, {
    padding: `${NOTE_PADDING}px`,
    background: `var(--note-${color})`,
    fontSize: `${fontSize}px`,
    lineHeight: `${lineHeight}px`,
  });
  return paper;
}

function field(kind: ZoneKind, title: string, words: ZoneWords): HTMLElement {
  const area = element('size-full overflow-hidden rounded-card px-6 py-3');
  Object.assign(area.style, zoneLook(kind));
  const { name, hint } = words[kind];
  area.append(element('text-20 font-semibold', title || name), element('truncate text-14', hint));
  return area;
}

function element(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}
