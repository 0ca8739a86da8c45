/** A list that is never long, in the form of one that could be. */
export function wholeList<T>(items: T[]): { items: T[]; nextCursor: null } {
  return { items, nextCursor: null };
}
