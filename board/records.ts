import type { SerializedSchemaV2 } from '@tldraw/store';
import { createTLSchema, defaultShapeSchemas } from '@tldraw/tlschema';
import type { TLRecord } from '@tldraw/tlschema';
import { cardProps } from './cards.ts';
import type { PlainRecord } from './flat-record.ts';

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

const recordTypes = new Set(['shape', 'binding', 'page', 'asset', 'document']);
const shapeTypes = new Set([
  ...Object.keys(cardProps),
  ...['text', 'geo', 'draw', 'highlight', 'arrow', 'line', 'image', 'group', 'frame'],
]);

/** A coordinate beyond this is a mistake or an attack; canvas units. */
const FAR = 1e6;

/**
 * The record, checked by tldraw's validators and by our stricter rules; or why it may not be on a
 * board. [DOC-9]
 */
export function checkRecord(
  record: PlainRecord,
): { ok: true; record: TLRecord } | { ok: false; why: string } {
  const why = foreign(record) ?? outOfBounds(record) ?? misplaced(record);
  if (why !== undefined) return { ok: false, why };
  try {
    return { ok: true, record: typeOf(record).validate(record) as TLRecord };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function typeOf(record: PlainRecord): { validate(record: unknown): unknown } {
  return boardSchema.types[record.typeName as keyof typeof boardSchema.types];
}

function foreign(record: PlainRecord): string | undefined {
  if (!recordTypes.has(record.typeName)) return `no ${record.typeName} records on a board`;
  if (record.typeName === 'shape' && !shapeTypes.has(String(record['type']))) {
    return `no ${String(record['type'])} shapes on a board`;
  }
  return undefined;
}

function outOfBounds(record: PlainRecord): string | undefined {
  if (record.typeName !== 'shape') return undefined;
  const near = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= FAR;
  return near(record['x']) && near(record['y']) ? undefined : 'too far away';
}

function misplaced(record: PlainRecord): string | undefined {
  return record['parentId'] === record.id ? 'its own parent' : undefined;
}
