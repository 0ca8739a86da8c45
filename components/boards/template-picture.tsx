import { templates } from '#board/api/boards.ts';
import type { Template } from '#board/api/boards.ts';
import type { Canvas } from '#board/canvases.ts';
import { CanvasPicture } from './canvas-picture.tsx';
import { Sheet, SheetRow } from './sheet-row.tsx';

const pictures: Record<Template, { canvases: readonly Canvas[]; notes: number }> = {
  'improvement-cycle': { canvases: ['pdca', 'knowledge', 'action'], notes: 1 },
  pdca: { canvases: ['pdca'], notes: 1 },
  knowledge: { canvases: ['knowledge'], notes: 2 },
  action: { canvases: ['action'], notes: 2 },
  example: { canvases: ['pdca', 'knowledge', 'action'], notes: 6 },
};

interface Props {
  template: string;
  className?: string;
}

/** What a board from this template looks like: its canvases in a row, running off the edge. */
export function TemplatePicture({ template, className }: Props) {
  const known = templates.find((name) => name === template) ?? 'pdca';
  const { canvases, notes } = pictures[known];
  return (
    <SheetRow className={className}>
      {canvases.map((canvas) => (
        <Sheet key={canvas}>
          <CanvasPicture canvas={canvas} notes={notes} />
        </Sheet>
      ))}
    </SheetRow>
  );
}
