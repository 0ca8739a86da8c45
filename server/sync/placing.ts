import * as Y from 'yjs';
import { nameOf, sameHome, stretchAt } from './homes.ts';
import type { Home, Homes, Stretch } from './homes.ts';
import type { DecodedUpdate, DeletedRange } from './bounded-decode.ts';

export type Placed =
  | {
      readonly ok: true;
      readonly touched: ReadonlySet<string>;
      /** Clients with something that was not known before. */
      readonly fresh: ReadonlySet<number>;
      readonly placing: Placing;
    }
  /** Something it builds on is not known yet. */
  | { readonly ok: false; readonly why: 'gap' }
  /** It builds on itself or on what comes after it, which no Yjs writes. */
  | { readonly ok: false; readonly why: 'knot' }
  /** Types lie in types in types, further than any board needs. */
  | { readonly ok: false; readonly why: 'deep' };

type Trouble = 'gap' | 'knot' | 'deep';

/** Types within types at most: rich text needs about ten. */
const MAX_DEPTH = 64;

/** Finds a place for each struct in the order Yjs would, without touching the document. */
export function place(update: DecodedUpdate, homes: Homes): Placed {
  const placing = new Placing(update, homes);
  const trouble = placing.run();
  if (trouble) return { ok: false, why: trouble };
  return { ok: true, touched: placing.touched, fresh: placing.fresh, placing };
}

/** The structs of one client, placed up to `next`. */
interface Lane {
  readonly client: number;
  readonly structs: (Y.Item | Y.GC)[];
  readonly stretches: Stretch[];
  next: number;
  state: number;
}

/** A lane that has to come past `until` before the one below it on the stack can go on. */
interface Errand {
  readonly lane: Lane;
  readonly until: number;
}

export class Placing {
  /** Roots that new items lie in or hang on. */
  readonly touched = new Set<string>();
  readonly fresh = new Set<number>();
  private readonly lanes = new Map<number, Lane>();

  constructor(
    private readonly update: DecodedUpdate,
    private readonly homes: Homes,
  ) {
    for (const struct of update.structs) this.laneOf(struct.id.client).structs.push(struct);
  }

  run(): Trouble | undefined {
    for (const lane of this.lanes.values()) {
      const trouble = this.finish(lane);
      if (trouble) return trouble;
    }
    return undefined;
  }

  /** The first clock of the client that neither the document nor this update knows. */
  state(client: number): number {
    return this.lanes.get(client)?.state ?? this.homes.state(client);
  }

  private laneOf(client: number): Lane {
    const found = this.lanes.get(client);
    if (found) return found;
    const state = this.homes.state(client);
    const lane: Lane = { client, structs: [], stretches: [], next: 0, state };
    this.lanes.set(client, lane);
    return lane;
  }

  private finish(first: Lane): Trouble | undefined {
    const errands: Errand[] = [{ lane: first, until: Infinity }];
    const busy = new Set([first]);
    for (let errand = errands.at(-1); errand; errand = errands.at(-1)) {
      const { lane, until } = errand;
      const struct = lane.structs[lane.next];
      if (lane.state > until || (!struct && until === Infinity)) {
        errands.pop();
        busy.delete(lane);
        continue;
      }
      if (!struct || struct.id.clock > lane.state) return 'gap';
      const missing = this.firstMissing(struct);
      if (!missing) {
        const trouble = this.put(lane, struct);
        if (trouble) return trouble;
        continue;
      }
      const other = this.lanes.get(missing.client);
      if (!other) return 'gap';
      if (busy.has(other)) return 'knot';
      errands.push({ lane: other, until: missing.clock });
      busy.add(other);
    }
    return undefined;
  }

  private firstMissing(struct: Y.Item | Y.GC): Y.ID | undefined {
    return references(struct).find(({ client, clock }) =>
      client === struct.id.client ? clock >= struct.id.clock : clock >= this.state(client),
    );
  }

  /** A knot when the struct claims neighbours in two places, or a key for several values. */
  private put(lane: Lane, struct: Y.Item | Y.GC): Trouble | undefined {
    lane.next += 1;
    const homes = this.homesOf(struct);
    const [home, other] = homes;
    if (other && !sameHome(home, other)) return 'knot';
    if (home && home.key !== null && struct.length > 1 && !this.isDeleted(struct)) return 'knot';
    if (home && home.depth > MAX_DEPTH) return 'deep';
    const end = struct.id.clock + struct.length;
    if (end <= lane.state) return undefined;
    this.fresh.add(lane.client);
    if (home) this.touched.add(home.root);
    const last = lane.stretches.at(-1);
    if (last && sameHome(last.home, home)) last.end = end;
    else lane.stretches.push({ clock: lane.state, end, home });
    lane.state = end;
    return undefined;
  }

  /** Where the struct says that it lies: one place, or by its two neighbours, which have to agree. */
  private homesOf(struct: Y.Item | Y.GC): Home[] {
    if (!(struct instanceof Y.Item)) return [];
    const { origin, rightOrigin, parentSub: key } = struct;
    const root = nameOfRoot(struct);
    if (root !== undefined) return [{ root, parent: root, key, depth: 1 }];
    const parent: unknown = struct.parent;
    if (parent instanceof Y.ID) {
      const home = this.homeAt(parent);
      return home ? [{ root: home.root, parent: nameOf(parent), key, depth: home.depth + 1 }] : [];
    }
    const neighbours = [origin, rightOrigin].filter((id) => id !== null);
    return neighbours.map((id) => this.homeAt(id)).filter((home) => home !== undefined);
  }

  /** Only values that are all deleted lie together under one key. */
  private isDeleted(struct: Y.Item | Y.GC): boolean {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted) return true;
    const { client, clock } = struct.id;
    const range = rangeAt(this.update.deletes.get(client) ?? [], clock);
    return range !== undefined && range.clock + range.len >= clock + struct.length;
  }

  /** Where a part of the document or of this update lies. */
  homeAt(id: Y.ID): Home | undefined {
    const own = stretchAt(this.lanes.get(id.client)?.stretches ?? [], id.clock);
    return own ? own.home : this.homes.homeAt(id);
  }
}

/** The root's name when the item hangs on a root directly and says so. */
export function nameOfRoot(struct: Y.Item | Y.GC): string | undefined {
  const parent: unknown = struct instanceof Y.Item ? struct.parent : undefined;
  return typeof parent === 'string' ? parent : undefined;
}

/** The last range that begins at or before the clock; an honest Yjs writes them in order. */
function rangeAt(ranges: readonly DeletedRange[], clock: number): DeletedRange | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.clock ?? Infinity) <= clock) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

function references(struct: Y.Item | Y.GC): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent].filter((id) => id instanceof Y.ID);
}
