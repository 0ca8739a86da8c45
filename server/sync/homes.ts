import * as Y from 'yjs';

/** Where things lie in a document, by the ids of their items. */
export class Homes {
  private readonly rootNames: ReadonlyMap<unknown, string>;

  constructor(readonly doc: Y.Doc) {
    this.rootNames = new Map([...doc.share].map(([name, type]) => [type, name]));
  }

  /** The first clock of this client that is not known yet. */
  state(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  /** Where a known item lies; undefined when it was collected as garbage. */
  homeAt(id: Y.ID): Home | undefined {
    return id.clock < this.state(id.client)
      ? this.homeOf(Y.getItem(this.doc.store, id))
      : undefined;
  }

  homeOf(struct: Y.AbstractStruct): Home | undefined {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return undefined;
    const { parent, parentSub } = struct;
    let top = parent;
    let depth = 1;
    for (; top._item?.parent instanceof Y.AbstractType; depth++) top = top._item.parent;
    const root = this.rootNames.get(top);
    if (root === undefined) return undefined;
    return { root, parent: parent._item ? nameOf(parent._item.id) : root, key: parentSub, depth };
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
  /** Types around it: 1 for what lies in a root. */
  readonly depth: number;
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
