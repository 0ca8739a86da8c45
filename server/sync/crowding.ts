import * as Y from 'yjs';
import type { DecodedUpdate } from './bounded-decode.ts';
import type { Homes } from './homes.ts';
import { nameOf } from './homes.ts';
import type { Placing } from './placing.ts';

/**
 * Neighbours that Yjs may pass by in all to place the parts of one update: about 5 ms of work. Two
 * people who type at one spot make a handful.
 */
const MAX_STEPS = 20_000;

/**
 * True when placing the update takes too long. Yjs passes by everything that was put at the same spot
 * before, for each part anew, so that a few thousand parts in 40 KB can take seconds. Honest parts
 * name the neighbours between which they were put, and hardly anything lies there. [SYNC-70]
 */
export function isCrowded({ structs }: DecodedUpdate, placing: Placing, homes: Homes): boolean {
  const crowd = new Crowd(placing, homes);
  return structs.some((struct) => crowd.take(struct) > MAX_STEPS);
}

/** What an update puts at each spot, and the steps it takes. */
class Crowd {
  private steps = 0;
  /** By spot, the parts that were put there and the name of the last. */
  private readonly spots = new Map<string, { parts: number; last: string }>();

  constructor(
    private readonly placing: Placing,
    private readonly homes: Homes,
  ) {}

  /** Counts one more part; returns the steps so far. */
  take(struct: Y.Item | Y.GC): number {
    const { client, clock } = struct.id;
    if (!(struct instanceof Y.Item)) return this.steps;
    if (clock + struct.length <= this.homes.state(client)) return this.steps;
    const spot = this.spotOf(struct);
    const here = this.spots.get(spot);
    const right = struct.rightOrigin ? nameOf(struct.rightOrigin) : '';
    this.spots.set(spot, { parts: (here?.parts ?? 0) + 1, last: nameOf(struct.id) });
    // Whoever goes on before what they put there last has nothing in between.
    if (here?.last !== right) this.steps += (here?.parts ?? 0) + this.known(struct);
    return this.steps;
  }

  /** Things in the document that lie between the neighbours. */
  private known({ origin, rightOrigin, parent, parentSub }: Y.Item): number {
    const right = rightOrigin && this.itemAt(rightOrigin);
    let item = origin ? this.itemAt(origin)?.right : this.firstIn(parent, parentSub, right);
    let count = 0;
    for (; item && item !== right && this.steps + count <= MAX_STEPS; item = item.right) count += 1;
    return count;
  }

  private firstIn(parent: unknown, key: string | null, right?: Y.Item | null): Y.Item | null {
    const type = right?.parent ?? this.typeAt(parent);
    if (!(type instanceof Y.AbstractType)) return null;
    let first = key === null ? type._start : (type._map.get(key) ?? null);
    while (key !== null && first?.left) first = first.left;
    return first;
  }

  private typeAt(parent: unknown): unknown {
    if (typeof parent === 'string') return this.homes.doc.share.get(parent);
    const content = parent instanceof Y.ID ? this.itemAt(parent)?.content : undefined;
    return content instanceof Y.ContentType ? content.type : undefined;
  }

  private itemAt(id: Y.ID): Y.Item | undefined {
    if (id.clock >= this.homes.state(id.client)) return undefined;
    const item: Y.AbstractStruct = Y.getItem(this.homes.doc.store, id);
    return item instanceof Y.Item ? item : undefined;
  }

  /** Parts with one left neighbour, or with none in one place, are put at the same spot. */
  private spotOf({ id, origin }: Y.Item): string {
    if (origin) return nameOf(origin);
    const home = this.placing.homeAt(id);
    return home ? `${home.parent}|${home.key ?? ''}` : nameOf(id);
  }
}
