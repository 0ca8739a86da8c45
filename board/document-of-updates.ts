import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/**
 * The document that these updates alone tell of. What they build on and do not hold is taken for
 * deleted, so that whole new records can be read and changes to older ones cannot. Throws when one
 * of them is no update.
 */
export function documentOfUpdates(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  if (updates.length === 0) return doc;
  const merged = Y.mergeUpdates([...updates]);
  for (const [client, holes] of holesIn(Y.decodeUpdate(merged).structs)) {
    for (const [from, to] of holes) Y.applyUpdate(doc, deletedStretch(client, from, to - from));
  }
  Y.applyUpdate(doc, merged);
  return doc;
}

type Stretch = [from: number, to: number];
type Struct = Y.Item | Y.GC | Y.Skip;

/** By client, what is missing below the highest clock that is held or built upon. */
function holesIn(structs: readonly Struct[]): Map<number, Stretch[]> {
  const held = new Map<number, Stretch[]>();
  const reach = new Map<number, number>();
  const reaches = (id: unknown): void => {
    if (!(id instanceof Y.ID)) return;
    reach.set(id.client, Math.max(reach.get(id.client) ?? 0, id.clock + 1));
  };
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    held.set(client, [...(held.get(client) ?? []), [clock, clock + struct.length]]);
    reaches(new Y.ID(client, clock + struct.length - 1));
    if (struct instanceof Y.Item)
      [struct.origin, struct.rightOrigin, struct.parent].forEach(reaches);
  }
  return new Map([...reach].map(([client, end]) => [client, between(held.get(client) ?? [], end)]));
}

/** What `held`, in order, leaves open from 0 to `end`. */
function between(held: readonly Stretch[], end: number): Stretch[] {
  const holes: Stretch[] = [];
  let at = 0;
  for (const [from, to] of held) {
    if (from > at) holes.push([at, from]);
    at = Math.max(at, to);
  }
  if (end > at) holes.push([at, end]);
  return holes;
}

/** An update (format V1) of nothing but one deleted stretch. */
function deletedStretch(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, GC_PART);
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0); // no deletions besides
  return encoding.toUint8Array(encoder);
}

/** How the format marks a part of which nothing is left but its length. */
const GC_PART = 0;
