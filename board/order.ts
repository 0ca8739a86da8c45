/**
 * Orders that are the same for everybody: by code unit and not by language, and told apart by id
 * where names are equal.
 */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export function byId(a: Pick<Named, 'id'>, b: Pick<Named, 'id'>): number {
  return compare(a.id, b.id);
}

export function byName(a: Named, b: Named): number {
  return compare(a.name, b.name) || byId(a, b);
}
