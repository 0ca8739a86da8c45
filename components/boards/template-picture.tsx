import clsx from 'clsx';
import { templates } from '#board/api/boards.ts';
import type { Template } from '#board/api/boards.ts';
import type { Canvas } from '#board/canvases.ts';
import { CanvasPicture } from './canvas-picture.tsx';

interface Sheets {
  readonly front: Canvas;
  readonly behind: readonly Canvas[];
  readonly notes: number;
}

const sheets: Record<Template, Sheets> = {
  'improvement-cycle': { front: 'pdca', behind: ['knowledge', 'action'], notes: 1 },
  pdca: { front: 'pdca', behind: [], notes: 1 },
  knowledge: { front: 'knowledge', behind: [], notes: 2 },
  action: { front: 'action', behind: [], notes: 2 },
  example: { front: 'pdca', behind: ['knowledge', 'action'], notes: 5 },
};

interface Props {
  template: string;
  className?: string;
}

/** What a board from this template looks like: its first canvas, the others peeping out behind. */
export function TemplatePicture({ template, className }: Props) {
  const known = templates.find((name) => name === template) ?? 'pdca';
  const { front, behind, notes } = sheets[known];
  return (
    <div className={clsx('relative overflow-hidden bg-page', className)}>
      {behind.map((canvas, index) => (
        <Sheet key={canvas} canvas={canvas} notes={notes} depth={behind.length - index} />
      ))}
      <Sheet canvas={front} notes={notes} depth={0} />
    </div>
  );
}

function Sheet({ canvas, notes, depth }: { canvas: Canvas; notes: number; depth: number }) {
  return (
    <div
      className="absolute overflow-hidden rounded-chip bg-surface shadow-paper ring-1 ring-line"
      style={{
        left: `${8 + depth * 9}%`,
        right: `${26 - depth * 9}%`,
        top: `${22 - depth * 7}%`,
        bottom: `${8 + depth * 4}%`,
      }}
    >
      <CanvasPicture canvas={canvas} notes={notes} />
    </div>
  );
}
