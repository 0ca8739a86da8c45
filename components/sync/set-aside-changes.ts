import type { ErrorCode } from '#board/errors.ts';
import type { SetAside } from './outbox.ts';

/** The changes of this person that the server does not take, until the person lets them go. */
export class SetAsideChanges {
  private items: readonly SetAside[] = [];

  get all(): readonly SetAside[] {
    return this.items;
  }

  /** What to say of them; the reason is that of the last. */
  get shown(): { readonly changes: number; readonly reason: ErrorCode } | undefined {
    const last = this.items.at(-1);
    const changes = this.items.reduce((sum, item) => sum + item.changes, 0);
    return last && { changes, reason: last.reason };
  }

  /** Takes more in, each once. */
  takeIn(more: readonly SetAside[]): void {
    const known = new Set(this.items.map(({ id }) => id));
    this.items = [...this.items, ...more.filter(({ id }) => id === undefined || !known.has(id))];
  }

  /** Lets all go; answers the ids of those on the device. */
  drop(): number[] {
    const ids = this.items.flatMap(({ id }) => id ?? []);
    this.items = [];
    return ids;
  }
}
