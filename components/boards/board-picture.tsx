import { canvases } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import { noteColors } from '#board/cards.ts';
import { NOTE_WIDTH } from '#board/note-layout.ts';
import type { Projection } from '#board/projection.ts';
import { fieldsOf } from '#board/templates/fields.ts';
import { CanvasPicture } from './canvas-picture.tsx';
import { paperIn } from './picture-papers.ts';
import { Sheet, SheetRow } from './sheet-row.tsx';

const NOTE_HEIGHT = 140; // canvas units; a note of a few lines

type Pictured = Pick<Projection, 'canvases' | 'notes' | 'actions' | 'knowledge'>;

/** A board's own canvases in small: notes where they lie, actions in their lanes. */
export function BoardPicture({ board, className }: { board: Pictured; className?: string }) {
  return (
    <SheetRow className={className}>
      {canvases
        .filter((canvas) => board.canvases.includes(canvas))
        .map((canvas) => (
          <Sheet key={canvas}>
            <CanvasPicture canvas={canvas} notes={0}>
              <Notes canvas={canvas} notes={board.notes} />
              <Cards canvas={canvas} board={board} />
            </CanvasPicture>
          </Sheet>
        ))}
    </SheetRow>
  );
}

function Notes({ canvas, notes }: { canvas: Canvas; notes: Projection['notes'] }) {
  return notes
    .filter((note) => note.canvas === canvas)
    .map((note) => (
      <rect
        key={note.id}
        x={note.x}
        y={note.y}
        width={NOTE_WIDTH}
        height={NOTE_HEIGHT}
        rx={10}
        style={{ fill: `var(--note-${colorOf(note.color)})` }}
      />
    ));
}

/** Actions along the ladder and topics; a projection keeps their field, not their place in it. */
function Cards({ canvas, board }: { canvas: Canvas; board: Pictured }) {
  const countIn = (kind: string) =>
    kind === 'topics'
      ? board.knowledge.length
      : board.actions.filter((action) => action.rung === kind).length;
  return fieldsOf[canvas].flatMap((field) =>
    canvas === 'pdca'
      ? []
      : paperIn(field, countIn(field.kind)).map(({ x, y, w, h }) => (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width={w}
            height={h}
            rx={12}
            strokeWidth={6}
            className="fill-surface stroke-control/60"
          />
        )),
  );
}

function colorOf(color: string): string {
  return noteColors.find((known) => known === color) ?? 'yellow';
}
