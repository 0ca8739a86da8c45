import { canvases } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import { noteColors } from '#board/cards.ts';
import { NOTE_WIDTH } from '#board/note-layout.ts';
import type { Projection } from '#board/projection.ts';
import { CanvasPicture } from './canvas-picture.tsx';

const NOTE_HEIGHT = 140; // canvas units; a note of a few lines

/** The fullest canvas of a board, its notes where they really lie. */
export function BoardPicture({ board }: { board: Pick<Projection, 'canvases' | 'notes'> }) {
  const canvas = fullest(board);
  if (!canvas) return null;
  return (
    <CanvasPicture canvas={canvas} notes={0}>
      {board.notes
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
            className="stroke-line"
            strokeWidth={3}
          />
        ))}
    </CanvasPicture>
  );
}

function fullest({
  canvases: held,
  notes,
}: Pick<Projection, 'canvases' | 'notes'>): Canvas | undefined {
  const count = (canvas: Canvas) => notes.filter((note) => note.canvas === canvas).length;
  return canvases
    .filter((canvas) => held.includes(canvas))
    .reduce<Canvas | undefined>(
      (best, canvas) => (best && count(best) >= count(canvas) ? best : canvas),
      undefined,
    );
}

function colorOf(color: string): string {
  return noteColors.find((known) => known === color) ?? 'yellow';
}
