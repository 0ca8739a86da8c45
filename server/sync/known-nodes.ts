import type { Clock } from './clock.ts';

/** The other nodes, and when each was last heard. */
export class KnownNodes {
  private readonly heardAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly goneMs: number,
  ) {}

  heard(node: string): void {
    this.heardAt.set(node, this.clock.now());
  }

  /** It said goodbye; false when it was not known. */
  left(node: string): boolean {
    return this.heardAt.delete(node);
  }

  /** Takes out those that have been silent for too long. [SYNC-61] */
  takeSilent(): string[] {
    const since = this.clock.now() - this.goneMs;
    const silent = [...this.heardAt].filter(([, at]) => at <= since).map(([node]) => node);
    for (const node of silent) this.heardAt.delete(node);
    return silent;
  }
}
