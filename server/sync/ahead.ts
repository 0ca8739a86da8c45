import * as Y from 'yjs';

/**
 * The document as it will be once the updates accepted so far are applied: each message of a batch
 * is judged against those before it, while the live document stays as it is on disk.
 */
export class Ahead {
  private readonly accepted = new Map<number, Stretch[]>();
  private readonly rootNames: ReadonlyMap<unknown, string>;

  constructor(readonly doc: Y.Doc) {
    this.rootNames = new Map([...doc.share].map(([name, type]) => [type, name]));
  }

  /** The first clock of this client that is not known yet. */
  state(client: number): number {
    return this.accepted.get(client)?.at(-1)?.end ?? Y.getState(this.doc.store, client);
  }

  /** Where a known item lies; undefined when it was collected as garbage. */
  homeAt(id: Y.ID): Home | undefined {
    if (id.clock >= Y.getState(this.doc.store, id.client)) {
      return stretchAt(this.accepted.get(id.client) ?? [], id.clock)?.home;
    }
    return this.homeOf(Y.getItem(this.doc.store, id));
  }

  /** Where an item of the live document lies. */
  homeOf(struct: Y.AbstractStruct): Home | undefined {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return undefined;
    const { parent, parentSub } = struct;
    let top = parent;
    while (top._item?.parent instanceof Y.AbstractType) top = top._item.parent;
    const root = this.rootNames.get(top);
    if (root === undefined) return undefined;
    return { root, parent: parent._item ? nameOf(parent._item.id) : root, key: parentSub };
  }

  accept(client: number, stretches: readonly Stretch[]): void {
    const known = this.accepted.get(client);
    if (known) known.push(...stretches);
    else if (stretches.length > 0) this.accepted.set(client, [...stretches]);
  }
}

/** Where an item lies. */
export interface Home {
  /** The root's name. */
  readonly root: string;
  /** The type that holds it, as `nameOf` its item, or the root's name. */
  readonly parent: string;
  /** Its key, when the type is a map. */
  readonly key: string | null;
}

/** Items of one client, one after the other, that lie in one place. */
export interface Stretch {
  readonly clock: number;
  end: number;
  readonly home: Home | undefined;
}

export function sameHome(a: Home | undefined, b: Home | undefined): boolean {
  return a?.parent === b?.parent && a?.key === b?.key;
}

export function nameOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}

/** The stretch that holds the clock; `stretches` is in the order of clocks. */
export function stretchAt(stretches: readonly Stretch[], clock: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (!stretch) return undefined;
    if (clock < stretch.clock) high = middle - 1;
    else if (clock >= stretch.end) low = middle + 1;
    else return stretch;
  }
  return undefined;
}
