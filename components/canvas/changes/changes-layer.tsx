import clsx from 'clsx';
import { Move, PencilLine, Sparkles, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEditor, useValue } from 'tldraw';
import type { Box, Editor, TLShapeId } from 'tldraw';
import { pageOf } from '#board/canvases.ts';
import type { ChangedCards, HowChanged } from '#board/changed-cards.ts';
import { NOTE_PADDING, NOTE_WIDTH, noteLayout } from '#board/note-layout.ts';
import { useWorld } from '../canvas-world.tsx';
import { ChangesBar } from './changes-bar.tsx';
import { useShownChanges } from './shown-changes.ts';
import type { ShownChanges } from './shown-changes.ts';
import { useChangedCards } from './use-changed-cards.ts';

/** Marks on the board what is different since an earlier point; nothing while nobody asks. [DIFF-4] */
export function ChangesLayer() {
  const shown = useShownChanges();
  return shown && <Marks shown={shown} />;
}

function Marks({ shown }: { shown: ShownChanges }) {
  const { live } = useWorld();
  const changed = useChangedCards(live.board, shown);
  return (
    <>
      <MarkedSheet changed={changed} />
      <ChangesBar shown={shown} changed={changed} />
    </>
  );
}

/** Lies over the page and moves with it. */
function MarkedSheet({ changed }: { changed: ChangedCards }) {
  const editor = useEditor();
  const { x, y, z } = useValue('camera', () => editor.getCamera(), [editor]);
  const here = useValue('page', () => editor.getCurrentPageId(), [editor]);
  const boxes = useValue('changed cards', () => boxesOf(editor, changed), [editor, changed]);
  return (
    <div
      className="absolute top-0 left-0 origin-top-left"
      style={{ transform: `scale(${z}) translate(${x}px, ${y}px)` }}
    >
      {changed.gone
        .filter(({ canvas }) => pageOf(canvas) === here)
        .map((note) => (
          <Ghost key={note.id} x={note.x} y={note.y} text={note.text} zoom={z} />
        ))}
      {boxes.map(({ id, box, how }) => (
        <Mark key={id} how={how} {...{ x: box.x, y: box.y, w: box.w, h: box.h }} zoom={z} />
      ))}
    </div>
  );
}

interface MarkedBox {
  readonly id: string;
  readonly box: Box;
  readonly how: HowChanged;
}

function boxesOf(editor: Editor, { cards }: ChangedCards): MarkedBox[] {
  const here = editor.getCurrentPageShapeIds();
  return [...cards].flatMap(([id, how]) => {
    const box = here.has(id as TLShapeId) ? editor.getShapePageBounds(id as TLShapeId) : undefined;
    return box ? [{ id, box, how }] : [];
  });
}

const looks: Record<HowChanged | 'gone', { Icon: LucideIcon; edge: string; chip: string }> = {
  new: { Icon: Sparkles, edge: 'outline-check', chip: 'bg-check text-page' },
  changed: { Icon: PencilLine, edge: 'outline-do outline-dashed', chip: 'bg-do text-page' },
  moved: { Icon: Move, edge: 'outline-plan outline-dotted', chip: 'bg-plan text-page' },
  gone: { Icon: Trash2, edge: 'outline-control outline-dashed', chip: 'bg-control text-page' },
};

interface PlacedProps {
  x: number;
  y: number;
  zoom: number;
}

function Mark({ how, x, y, w, h, zoom }: PlacedProps & { how: HowChanged; w: number; h: number }) {
  return (
    <div
      data-changed={how}
      className={clsx('absolute rounded-card outline-3 outline-offset-3', looks[how].edge)}
      style={{ left: x, top: y, width: w, height: h }}
    >
      <Chip how={how} zoom={zoom} />
    </div>
  );
}

/** A note that was here. */
function Ghost({ x, y, text, zoom }: PlacedProps & { text: string }) {
  const { height, fontSize, lineHeight } = noteLayout(text, NOTE_WIDTH);
  return (
    <div
      data-changed="gone"
      className={clsx('absolute rounded-card bg-surface/80 text-soft outline-2', looks.gone.edge)}
      style={{ left: x, top: y, width: NOTE_WIDTH, height, padding: NOTE_PADDING }}
    >
      <del className="block wrap-anywhere" style={{ fontSize, lineHeight: `${lineHeight}px` }}>
        {text}
      </del>
      <Chip how="gone" zoom={zoom} />
    </div>
  );
}

/** As large on screen from near as from far. */
function Chip({ how, zoom }: { how: HowChanged | 'gone'; zoom: number }) {
  const t = useTranslations('canvas.changes');
  const { Icon, chip } = looks[how];
  return (
    <span
      className={clsx(
        'absolute bottom-full left-0 mb-1 flex origin-bottom-left items-center gap-1 rounded-chip px-1.5 py-0.5 text-12 font-medium whitespace-nowrap',
        chip,
      )}
      style={{ transform: `scale(${1 / zoom})` }}
    >
      <Icon aria-hidden className="size-3" />
      {t(how)}
    </span>
  );
}
