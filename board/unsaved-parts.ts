import * as Y from 'yjs';

/** Which parts of a document some updates put in, and which they took out, by Yjs id. */
export interface UnsavedParts {
  inserted(client: number, clock: number): boolean;
  deleted(client: number, clock: number): boolean;
}

type Ranges = Map<number, [from: number, to: number][]>;

/** Throws when one of them is no update. */
export function partsOf(updates: readonly Uint8Array[]): UnsavedParts {
  const inserts: Ranges = new Map();
  const deletes: Ranges = new Map();
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) {
      if (!(struct instanceof Y.Skip))
        add(inserts, struct.id.client, struct.id.clock, struct.length);
    }
    for (const [client, items] of ds.clients) {
      for (const { clock, len } of items) add(deletes, client, clock, len);
    }
  }
  return {
    inserted: (client, clock) => holds(inserts, client, clock),
    deleted: (client, clock) => holds(deletes, client, clock),
  };
}

function add(ranges: Ranges, client: number, clock: number, length: number): void {
  const list = ranges.get(client) ?? [];
  ranges.set(client, list);
  const last = list.at(-1);
  // Updates of one client come in order, so that typing makes one long range.
  if (last?.[1] === clock) last[1] += length;
  else list.push([clock, clock + length]);
}

function holds(ranges: Ranges, client: number, clock: number): boolean {
  return ranges.get(client)?.some(([from, to]) => from <= clock && clock < to) ?? false;
}
