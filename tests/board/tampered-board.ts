import fc from 'fast-check';
import type { BoardDocument } from '#board/document.ts';
import { createFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { boardWith, zone } from './builders.ts';
import { anyRecord } from './records-of-every-kind.ts';

const anyKey = fc.oneof(
  fc.constantFrom('typeName', 'type', 'parentId', 'index', 'xy', 'fromId', 'meta', 'id'),
  fc.constantFrom('p:text', 'p:richText', 'p:w', 'p:kind', 'p:actionId', 'p:terminal', 'm:by'),
  fc.string(),
);
const oddText = fc.record(
  { type: fc.jsonValue(), content: fc.jsonValue(), text: fc.jsonValue(), attrs: fc.jsonValue() },
  { requiredKeys: [], noNullPrototype: true },
);
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.double(),
  fc.constant(undefined),
  fc.record({ type: fc.constant('doc'), content: fc.array(oddText) }, { noNullPrototype: true }),
);

/** One property of one record, overwritten by somebody's own client. */
type Tampering = readonly [record: PlainRecord, key: string, value: unknown];

export const anyTampering: fc.Arbitrary<readonly Tampering[]> = fc.array(
  fc.tuple(anyRecord, anyKey, anyValue),
  { maxLength: 8 },
);

/** A board as it is when nobody checked what was written on it. */
export function tamperedBoard(tampering: readonly Tampering[]): BoardDocument {
  const board = boardWith(zone('z'));
  for (const [at, [record, key, value]] of tampering.entries()) {
    const id = record.typeName === 'document' ? record.id : `${record.id}${at}`;
    const flat = createFlat({ ...record, id });
    flat.set(key, value);
    board.records.set(id, flat);
  }
  return board;
}
