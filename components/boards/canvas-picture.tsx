import type { ReactNode } from 'react';
import type { Canvas } from '#board/canvases.ts';
import { fieldsOf } from '#board/templates/fields.ts';
import type { Field } from '#board/templates/fields.ts';
import { paperIn } from './picture-papers.ts';
import { zoneHue } from '#board/zone-hue.ts';
import type { Hue } from '#board/zone-hue.ts';

interface Props {
  canvas: Canvas;
  /** How many notes lie in each field. */
  notes: number;
  /** Lies on top, in canvas units. */
  children?: ReactNode;
}

const pale: Record<Hue, string> = {
  plan: 'fill-plan-pale',
  do: 'fill-do-pale',
  check: 'fill-check-pale',
  act: 'fill-act-pale',
  neutral: 'fill-sunken',
};
const full: Record<Hue, string> = {
  plan: 'fill-plan',
  do: 'fill-do',
  check: 'fill-check',
  act: 'fill-act',
  neutral: 'fill-faint',
};

/** A small picture of a canvas, drawn from the fields it really has. */
export function CanvasPicture({ canvas, notes, children }: Props) {
  const fields = fieldsOf[canvas];
  const width = Math.max(...fields.map((field) => field.x + field.w));
  const height = Math.max(...fields.map((field) => field.y + field.h));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      className="h-full w-auto max-w-full"
    >
      {fields.map((field) => (
        <FieldPicture key={field.kind} field={field} notes={notes} />
      ))}
      {children}
    </svg>
  );
}

function FieldPicture({ field, notes }: { field: Field; notes: number }) {
  const { kind, x, y, w, h } = field;
  const hue = zoneHue[kind];
  return (
    <g>
      <rect x={x} y={y} width={w} height={h} rx={24} className={pale[hue]} />
      <rect x={x + 44} y={y + 44} width={w * 0.28} height={28} rx={14} className={full[hue]} />
      {kind === 'target' ? (
        <polyline
          points={`${x + 60},${y + 230} ${x + 260},${y + 200} ${x + 420},${y + 210} ${x + 640},${y + 130}`}
          fill="none"
          strokeWidth={18}
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-plan"
        />
      ) : (
        paperIn(field, notes).map((paper) => (
          <rect
            key={`${paper.x} ${paper.y}`}
            x={paper.x}
            y={paper.y}
            width={paper.w}
            height={paper.h}
            rx={12}
            style={{ fill: `var(--note-${paper.color})` }}
          />
        ))
      )}
    </g>
  );
}
