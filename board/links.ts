import type { PlainRecord } from './flat-record.ts';

/** An arrow that joins two records. */
export interface Link {
  /** The arrow's record. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** What the arrows of a board join; one that ends in nothing is no link. [PROJ-1] */
export function linksOf(records: readonly PlainRecord[]): Link[] {
  const ends = new Map<string, { start?: string; end?: string }>();
  for (const binding of records.filter(({ typeName }) => typeName === 'binding')) {
    const arrow = String(binding['fromId']);
    const terminal = (binding['props'] as { terminal?: unknown }).terminal;
    ends.set(arrow, {
      ...ends.get(arrow),
      [terminal === 'start' ? 'start' : 'end']: String(binding['toId']),
    });
  }
  return records.filter(isArrow).flatMap((arrow) => {
    const { start, end } = ends.get(arrow.id) ?? {};
    const label = String((arrow['props'] as { text?: unknown }).text ?? '');
    return start && end ? [{ id: arrow.id, from: start, to: end, label }] : [];
  });
}

function isArrow(record: PlainRecord): boolean {
  return record.typeName === 'shape' && record['type'] === 'arrow';
}
