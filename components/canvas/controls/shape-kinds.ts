import type { TLShape } from 'tldraw';

const kinds = [
  ...([
    'note-card',
    'action-card',
    'knowledge-card',
    'measure-card',
    'cycle-card',
    'zone',
  ] as const),
  ...(['text', 'geo', 'draw', 'highlight', 'arrow', 'line', 'image', 'group', 'frame'] as const),
];
export type ShapeKind = (typeof kinds)[number];

/** What a shape is, for saying so. */
export function kindOfShape({ type }: TLShape): ShapeKind {
  return kinds.find((kind) => kind === type) ?? 'geo';
}
