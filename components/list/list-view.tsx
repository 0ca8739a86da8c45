'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Canvas } from '#board/canvases.ts';
import { unknownProblems } from '#board/outline.ts';
import type { OutlineCanvas, OutlineHead } from '#board/outline.ts';
import type { ToShow } from '#components/canvas/canvas-handle.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { useItemWords } from './item-words.ts';
import type { WordsOf } from './item-words.ts';
import { ListGroup } from './list-group.tsx';
import { ListToolsProvider } from './list-tools.tsx';
import type { ListLink, ListTools } from './list-tools.tsx';
import { ListUndo } from './list-undo.ts';
import { useOutline } from './use-outline.ts';

interface Props {
  /** The canvas that was chosen; the list moves to it. */
  readonly canvas: Canvas;
  /** Shows a card on its canvas. */
  readonly onShow: (what: ToShow) => void;
}

/** The whole board as headings and lists that one can write in: the twin of the canvas. */
export function ListView({ canvas, onShow }: Props) {
  const { live } = useWorld();
  const outline = useOutline(live);
  const wordsOf = useItemWords(live);
  const place = useScrolling(canvas);
  const undo = useListUndo(place);
  const t = useTranslations('list');
  return (
    <div
      ref={place}
      role="region"
      aria-label={t('label')}
      className="absolute inset-0 overflow-y-auto bg-page"
    >
      <div className="mx-auto max-w-2xl px-4 py-6 sm:px-6">
        {outline.map((part) => (
          <CanvasPart key={part.canvas} part={part} wordsOf={wordsOf} undo={undo} onShow={onShow} />
        ))}
      </div>
    </div>
  );
}

interface PartProps {
  readonly part: OutlineCanvas;
  readonly wordsOf: WordsOf;
  readonly undo: ListUndo;
  readonly onShow: Props['onShow'];
}

function CanvasPart({ part, wordsOf, undo, onShow }: PartProps) {
  const { canvas, groups } = part;
  const word = useTranslations('words.canvas');
  const tools = useTools(part, wordsOf, undo, onShow);
  return (
    <section aria-label={word(canvas)} data-canvas={canvas} className="mb-10 scroll-mt-4">
      <h2 className="mb-4 text-20 font-semibold">{word(canvas)}</h2>
      <ListToolsProvider value={tools}>
        {groups.map((group) => (
          <ListGroup key={group.head?.id ?? ''} canvas={canvas} group={group} />
        ))}
      </ListToolsProvider>
    </section>
  );
}

/** Moves to the part of a canvas when another one is chosen. */
function useScrolling(canvas: Canvas): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(canvas);
  useEffect(() => {
    if (shown.current === canvas) return;
    shown.current = canvas;
    place.current?.querySelector(`[data-canvas="${canvas}"]`)?.scrollIntoView();
  }, [canvas]);
  return place;
}

/** Undo of what is done in the list, on the keys that everybody knows. */
function useListUndo(place: RefObject<HTMLElement | null>): ListUndo {
  const { live } = useWorld();
  const [undo] = useState(() => new ListUndo(live.board));
  useEffect(() => {
    const list = place.current;
    const listen = (event: KeyboardEvent): void => stepBack(event, undo);
    list?.addEventListener('keydown', listen);
    return () => {
      list?.removeEventListener('keydown', listen);
      undo.stop();
    };
  }, [undo, place]);
  return undo;
}

function useTools(
  part: OutlineCanvas,
  wordsOf: WordsOf,
  undo: ListUndo,
  show: Props['onShow'],
): ListTools {
  const { person } = useWorld();
  return useMemo(
    () => ({
      show: (recordId) => show({ recordId }),
      nextCycle: (recordId) => show({ recordId, thenNextCycle: true }),
      change: (edit, apart) => undo.change(edit, apart),
      author: () => ({ by: person.id, byName: person.name, at: new Date().toISOString() }),
      fields: part.groups.flatMap(({ head }): NonNullable<OutlineHead>[] =>
        head?.is === 'zone' ? [head] : [],
      ),
      linksFrom: linksFrom(part),
      unknown: unknownProblems(part),
      wordsOf,
    }),
    [part, wordsOf, undo, show, person],
  );
}

function linksFrom({ groups, links }: OutlineCanvas): Map<string, ListLink[]> {
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item])));
  const found = new Map<string, ListLink[]>();
  for (const { id, from, to, label } of links) {
    const item = items.get(to);
    if (item) found.set(from, [...(found.get(from) ?? []), { id, label, to: item }]);
  }
  return found;
}

function stepBack(event: KeyboardEvent, undo: ListUndo): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) undo.redo();
  else undo.undo();
}
