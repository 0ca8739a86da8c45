import type { SerializedSchemaV2 } from '@tldraw/store';
import { createTLSchema, defaultShapeSchemas } from '@tldraw/tlschema';
import type {
  TLDrawShape,
  TLHighlightShape,
  TLLineShape,
  TLRecord,
  TLShape,
} from '@tldraw/tlschema';
import { areNear } from './bounds.ts';
import { cardProps } from './cards.ts';
import type { PlainRecord } from './flat-record.ts';
import { isImageAddress } from './image-address.ts';
import { hasUnsafeLink } from './rich-text.ts';
import { areSegments } from './strokes.ts';

/** tldraw's schema with our cards added; the browser's store and the server's checks share it. */
export const boardSchema = createTLSchema({
  shapes: {
    ...defaultShapeSchemas,
    ...Object.fromEntries(Object.entries(cardProps).map(([type, props]) => [type, { props }])),
  },
});

export function serializedSchema(): SerializedSchemaV2 {
  return boardSchema.serialize();
}

const recordTypes = new Set<unknown>(['shape', 'binding', 'page', 'asset', 'document']);
const shapeTypes = new Set<unknown>([
  ...Object.keys(cardProps),
  ...['text', 'geo', 'draw', 'highlight', 'arrow', 'line', 'image', 'group', 'frame'],
]);

/**
 * The record, checked by tldraw's validators and by our stricter rules; or why it may not be on a
 * board. Never throws. [DOC-9]
 */
export function checkRecord(
  record: PlainRecord,
): { ok: true; record: TLRecord } | { ok: false; why: string } {
  try {
    const rest = withoutGoodSegments(record);
    const why =
      foreign(rest) ?? misplaced(rest) ?? outOfBounds(rest) ?? outside(rest) ?? leadingAstray(rest);
    if (why !== undefined) return { ok: false, why };
    typeOf(rest).validate(rest);
    const checked = record as unknown as TLRecord;
    const empty = withoutPoints(checked);
    return empty === undefined ? { ok: true, record: checked } : { ok: false, why: empty };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** The record without the points of a stroke, when nothing is wrong with them. */
function withoutGoodSegments(record: PlainRecord): PlainRecord {
  if (record['type'] !== 'draw' && record['type'] !== 'highlight') return record;
  const props = record['props'] as Record<string, unknown> | undefined;
  return areSegments(props?.['segments'])
    ? { ...record, props: { ...props, segments: [] } }
    : record;
}

function typeOf(record: PlainRecord): { validate(record: unknown): unknown } {
  return boardSchema.types[record.typeName as keyof typeof boardSchema.types];
}

function foreign({ typeName, type }: PlainRecord): string | undefined {
  if (!recordTypes.has(typeName)) return `no ${typeName} records on a board`;
  if (typeName === 'shape' && !shapeTypes.has(type)) return `no ${String(type)} shapes on a board`;
  if (typeName === 'asset' && type !== 'image') return `no ${String(type)} assets on a board`;
  return undefined;
}

function misplaced({ id, typeName, parentId, x, y }: PlainRecord): string | undefined {
  if (parentId === id) return 'its own parent';
  if (typeName !== 'shape' || (typeof x === 'number' && typeof y === 'number')) return undefined;
  return 'without a place';
}

function outOfBounds({ typeName, x, y, rotation, props }: PlainRecord): string | undefined {
  if (typeName !== 'shape' && typeName !== 'binding') return undefined;
  return [x, y, rotation, props].every(areNear) ? undefined : 'too far away';
}

/** A picture written into the document would be sent to everybody again and again, one elsewhere asks another host. */
function outside({ typeName, props }: PlainRecord): string | undefined {
  const src = typeName === 'asset' ? (props as { src?: unknown }).src : undefined;
  return typeof src === 'string' && !isImageAddress(src) ? 'a picture that is not ours' : undefined;
}

/** Whoever follows a link has to end up on a page or in a mail, nowhere else. */
function leadingAstray({ props }: PlainRecord): string | undefined {
  const richText = (props as { richText?: unknown } | undefined)?.richText;
  return hasUnsafeLink(richText) ? 'a link that leads astray' : undefined;
}

/** tldraw takes lines and strokes of nothing, and breaks when it draws them. */
function withoutPoints(record: TLRecord): string | undefined {
  if (record.typeName !== 'shape') return undefined;
  if (isShapeOf<TLLineShape>(record, 'line'))
    return Object.keys(record.props.points).length < 2 ? 'a line needs two points' : undefined;
  if (isShapeOf<TLDrawShape>(record, 'draw') || isShapeOf<TLHighlightShape>(record, 'highlight')) {
    const { segments } = record.props;
    const whole = segments.length > 0 && segments.every(({ points }) => points.length > 0);
    return whole ? undefined : 'a stroke needs a point';
  }
  return undefined;
}

function isShapeOf<S extends TLShape>(shape: TLShape, type: S['type']): shape is S {
  return shape.type === type;
}
