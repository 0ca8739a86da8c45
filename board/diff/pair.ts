/** What is only in the later list, only in the earlier one, and in both as [earlier, later]. */
export interface Paired<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly (readonly [T, T])[];
}

export function pair<T extends { id: string }>(from: readonly T[], to: readonly T[]): Paired<T> {
  const before = new Map(from.map((entry) => [entry.id, entry]));
  const after = new Set(to.map((entry) => entry.id));
  return {
    added: to.filter((entry) => !before.has(entry.id)),
    removed: from.filter((entry) => !after.has(entry.id)),
    kept: to.flatMap((entry): [T, T][] => {
      const old = before.get(entry.id);
      return old ? [[old, entry]] : [];
    }),
  };
}
