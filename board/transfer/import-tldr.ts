import type { SerializedSchema, SerializedStore } from '@tldraw/store';
import { createTLSchema } from '@tldraw/tlschema';
import type { TLRecord } from '@tldraw/tlschema';
import * as z from 'zod/mini';
import { noteColors } from '../cards.ts';
import type { PlainRecord } from '../flat-record.ts';
import { NOTE_WIDTH } from '../note-layout.ts';
import { plainText } from '../rich-text.ts';
import { CARD_META } from './export-tldr.ts';
import { UnreadableFile } from './imported.ts';
import type { Imported } from './imported.ts';
import { soundRecords } from './sound-records.ts';

const file = z.object({
  tldrawFileFormatVersion: z.literal(1),
  schema: z.record(z.string(), z.unknown()),
  records: z.array(z.unknown()),
});

export function isTldr(value: unknown): boolean {
  return Object.hasOwn(Object(value) as object, 'tldrawFileFormatVersion');
}

/**
 * A file of tldraw, brought to the version that boards have by tldraw's own migrations. Its notes
 * become notes of ours; notes and fields that we once wrote as plain shapes are themselves again.
 * [PORT-11]
 * @throws UnreadableFile for a file of a version that is not known here
 */
export function importTldr(value: unknown): Imported {
  const parsed = file.safeParse(value);
  if (!parsed.success) throw foreign();
  const cards = migrated(parsed.data).map(asCard);
  return { ...soundRecords(cards), form: 'tldr', actions: [], knowledge: [], cycles: [] };
}

function foreign(): UnreadableFile {
  return new UnreadableFile(
    'foreign-version',
    'This tldraw file is damaged, or of a version that is not known here.',
  );
}

function migrated({ schema, records }: z.infer<typeof file>): PlainRecord[] {
  const named = records.filter(isRecord);
  const store = Object.fromEntries(named.map((record) => [record.id, record]));
  try {
    const result = createTLSchema().migrateStoreSnapshot({
      store: store as unknown as SerializedStore<TLRecord>,
      schema: schema as unknown as SerializedSchema,
    });
    if (result.type === 'error') throw foreign();
    return Object.values(result.value) as unknown as PlainRecord[];
  } catch {
    // tldraw's migrations trust the file; what is none makes them fall over anywhere.
    throw foreign();
  }
}

function isRecord(value: unknown): value is PlainRecord {
  const { id, typeName } = Object(value) as Record<string, unknown>;
  return typeof id === 'string' && id !== '__proto__' && typeof typeName === 'string';
}

function asCard(record: PlainRecord): PlainRecord {
  if (record.typeName !== 'shape') return record;
  if (record['type'] === 'note') return noteOf(record);
  const { [CARD_META]: kept, ...meta } = Object(record['meta']) as Record<string, unknown>;
  const { type, props } = Object(kept) as Record<string, unknown>;
  return type === 'note-card' || type === 'zone' ? { ...record, type, props, meta } : record;
}

function noteOf(record: PlainRecord): PlainRecord {
  const { richText, color } = Object(record['props']) as Record<string, unknown>;
  const word = String(color).replace(/^light-/u, '');
  const known = noteColors.find((name) => name === word) ?? (word === 'red' ? 'pink' : 'yellow');
  const props = { w: NOTE_WIDTH, color: known, text: plainText(richText) };
  return { ...record, type: 'note-card', props, meta: { by: '' } };
}
