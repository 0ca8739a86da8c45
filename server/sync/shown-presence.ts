import type { BusPresence } from './bus.ts';

/** What other nodes show on one board, so that an entry is passed on once and none outlives its node. */
export class ShownPresence {
  private readonly nodes = new Map<string, Map<number, BusPresence>>();
  /** Nodes that showed all, or were new, since the last look. */
  private readonly confirmed = new Set<string>();

  /** Takes what changed; returns what is news: unknown entries, higher clocks, and those that left. */
  change(node: string, entries: readonly BusPresence[]): BusPresence[] {
    const shown = this.of(node);
    return entries.filter((entry) => {
      const known = shown.get(entry.clientId);
      const left = entry.state === 'null';
      if (left ? !known : known && entry.clock <= known.clock) return false;
      if (left) shown.delete(entry.clientId);
      else shown.set(entry.clientId, entry);
      return true;
    });
  }

  /** Takes all that a node shows; what it showed before and shows no more has left, at the clock last seen. */
  replace(node: string, entries: readonly BusPresence[]): BusPresence[] {
    const still = new Set(entries.map(({ clientId }) => clientId));
    const left = [...this.of(node).values()]
      .filter(({ clientId }) => !still.has(clientId))
      .map((entry) => ({ ...entry, state: 'null' }));
    this.confirmed.add(node);
    return [...this.change(node, left), ...this.change(node, entries)];
  }

  forget(node: string): void {
    this.nodes.delete(node);
  }

  /** Forgets the nodes that have not shown all since it was called last, and returns their names. */
  takeUnconfirmed(): string[] {
    const silent = [...this.nodes.keys()].filter((node) => !this.confirmed.has(node));
    for (const node of silent) this.forget(node);
    this.confirmed.clear();
    return silent;
  }

  private of(node: string): Map<number, BusPresence> {
    const known = this.nodes.get(node);
    if (known) return known;
    const shown = new Map<number, BusPresence>();
    this.nodes.set(node, shown);
    this.confirmed.add(node);
    return shown;
  }
}
