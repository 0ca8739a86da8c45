import { isEqual } from 'tldraw';
import * as Y from 'yjs';
import { flatKind, flatten } from '#board/flat-record.ts';
import type { FlatRecord, PlainRecord } from '#board/flat-record.ts';
import { mergeText } from '#board/merge-text.ts';
import { sameRichText, writeRichText } from './rich-text/model.ts';

/** Writes the properties that differ between `was` and `now`, and no others. [BIND-2] */
export function writeRecord(map: FlatRecord, was: PlainRecord, now: PlainRecord): void {
  const before = flatten(was);
  const after = flatten(now);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const from = before.get(key);
    const to = after.get(key);
    if (isEqual(from, to)) continue;
    if (to === undefined) map.delete(key);
    else writeValue(map, key, flatKind(now, key), from, to);
  }
}

function writeValue(
  map: FlatRecord,
  key: string,
  kind: ReturnType<typeof flatKind>,
  from: unknown,
  to: unknown,
): void {
  const held = map.get(key);
  if (kind === 'text' && held instanceof Y.Text) {
    mergeText(held, String(from ?? held.toString()), String(to));
  } else if (kind === 'rich' && held instanceof Y.XmlFragment) {
    const [base, mine] = [from ?? to, to] as [{ type: string }, { type: string }];
    if (!sameRichText(base, mine)) writeRichText(held, base, mine);
  } else {
    map.set(key, to);
  }
}
