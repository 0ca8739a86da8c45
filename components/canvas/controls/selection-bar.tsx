import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { stopEventPropagation, useEditor, useValue } from 'tldraw';
import type { Editor } from 'tldraw';
import { noteColors } from '#board/cards.ts';
import type { NoteCard, NoteColor } from '#board/cards.ts';
import { Button } from '#components/ui/button.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';
import { notesToActions, selectedNotes } from '../card-making.ts';
import { useWorld } from '../canvas-world.tsx';
import { useControls } from './controls-context.tsx';
import { keyName } from './key-name.ts';

/** px from the selection's top to the bar's: its height, and room for handles and votes. */
const ABOVE = { fine: 56, coarse: 76 } as const;
const HALF_WIDTH = 190; // px; keeps the bar inside the canvas

/** For selected notes: their paper, and one press to make them actions. */
export function SelectionBar() {
  const t = useTranslations('canvas.selection');
  const editor = useEditor();
  const world = useWorld();
  const { tools } = useControls();
  const place = useValue('place of the selection bar', () => placeOf(editor), [editor]);
  if (!place || !world.writable) return null;
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="pointer-events-auto absolute flex -translate-x-1/2 items-center gap-1 rounded-card border border-line bg-surface p-1 font-sans shadow-float"
      style={{ left: place.x, top: place.y }}
      onPointerDown={stopEventPropagation}
    >
      {noteColors.map((color) => (
        <Paper key={color} color={color} />
      ))}
      <Tooltip text={`${t('makeAction')} (${keyName(tools['action-card'].keys ?? '')})`} side="top">
        <Button
          size="sm"
          variant="quiet"
          className="whitespace-nowrap"
          icon={<ListChecks aria-hidden className="size-4" />}
          onClick={() => notesToActions(editor, world)}
        >
          <span className="@max-lg:sr-only">{t('makeAction')}</span>
        </Button>
      </Tooltip>
    </div>
  );
}

function Paper({ color }: { color: NoteColor }) {
  const t = useTranslations('canvas.selection');
  const editor = useEditor();
  const chosen = useValue(
    'paper chosen',
    () => selectedNotes(editor).every((note) => note.props.color === color),
    [editor, color],
  );
  return (
    <Tooltip text={t(`color.${color}`)} side="top">
      <button
        type="button"
        aria-label={t(`color.${color}`)}
        aria-pressed={chosen}
        className="flex size-8 items-center justify-center rounded-card hover:bg-hover aria-pressed:bg-hover pointer-coarse:h-11 pointer-coarse:@max-lg:w-7"
        onClick={() => paint(editor, color)}
      >
        <span
          className="size-5 rounded-full border border-control/60"
          style={{
            background: `var(--note-${color})`,
            ...(chosen && { boxShadow: '0 0 0 2px var(--ink)' }),
          }}
        />
      </button>
    </Tooltip>
  );
}

function paint(editor: Editor, color: NoteColor): void {
  editor.markHistoryStoppingPoint('paper');
  editor.updateShapes<NoteCard>(
    selectedNotes(editor).map(({ id, type }) => ({ id, type, props: { color } })),
  );
  // The next note gets the same paper.
  editor.updateInstanceState({ meta: { ...editor.getInstanceState().meta, paper: color } });
}

/** Above the selection while it lies still and holds nothing but notes. */
function placeOf(editor: Editor): { x: number; y: number } | undefined {
  if (!editor.isIn('select.idle') || editor.getEditingShapeId()) return undefined;
  const notes = selectedNotes(editor);
  if (notes.length === 0 || notes.length !== editor.getSelectedShapeIds().length) return undefined;
  const bounds = editor.getSelectionRotatedScreenBounds();
  if (!bounds) return undefined;
  const screen = editor.getViewportScreenBounds();
  const half = Math.min(HALF_WIDTH, screen.w / 2);
  const x = Math.min(Math.max(bounds.center.x - screen.x, half), screen.w - half);
  const room = ABOVE[editor.getInstanceState().isCoarsePointer ? 'coarse' : 'fine'];
  const above = bounds.y - screen.y - room;
  return { x, y: above > 8 ? above : Math.min(bounds.maxY - screen.y + 12, screen.h - room * 2) };
}
