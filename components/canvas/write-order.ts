import type { TLRecord, TLStore } from 'tldraw';

const order: Partial<Record<TLRecord['typeName'], number>> = {
  document: 0,
  page: 1,
  asset: 2,
  shape: 3,
  binding: 4,
};
const DEEP = 100; // no parent chain that people make is longer

/**
 * Parents before children and shapes before the arrows' bindings to them: whoever has received only
 * the first part of a long update then never sees a record without what it needs. [BIND-3]
 */
export function parentsFirst(store: TLStore, ids: readonly string[]): string[] {
  const rank = new Map(ids.map((id) => [id, rankOf(store, id)]));
  return [...ids].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

function rankOf(store: TLStore, id: string): number {
  let record = get(store, id);
  if (!record) return 0;
  const rank = (order[record.typeName] ?? 0) * DEEP;
  let depth = 0;
  while (record?.typeName === 'shape' && depth < DEEP - 1) {
    record = get(store, record.parentId);
    depth++;
  }
  return rank + depth;
}

function get(store: TLStore, id: string): TLRecord | undefined {
  return store.unsafeGetWithoutCapture(id as TLRecord['id']);
}
