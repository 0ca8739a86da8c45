import type { ErrorCode } from '#board/errors.ts';
import type { SetAside } from './outbox.ts';
import { isAboutDocument } from './rescue.ts';

/** The changes of this person that the server does not take, until the person lets them go. */
export class SetAsideChanges {
  private items: readonly SetAside[] = [];

  get all(): readonly SetAside[] {
    return this.items;
  }

  /** What to say of those that are spoken of first; the reason is that of the last. */
  get shown(): { readonly changes: number; readonly reason: ErrorCode } | undefined {
    const { first } = this;
    const last = first.at(-1);
    const changes = first.reduce((sum, item) => sum + item.changes, 0);
    return last && { changes, reason: last.reason };
  }

  /** Takes more in, each once. */
  takeIn(more: readonly SetAside[]): void {
    const known = new Set(this.items.map(({ id }) => id));
    this.items = [...this.items, ...more.filter(({ id }) => id === undefined || !known.has(id))];
  }

  /** Lets those go that are spoken of first; answers the ids of those on the device. */
  drop(): number[] {
    const gone = new Set(this.first);
    this.items = this.items.filter((item) => !gone.has(item));
    return [...gone].flatMap(({ id }) => id ?? []);
  }

  /** What is nowhere else comes before what was written again. */
  private get first(): readonly SetAside[] {
    const refused = this.items.filter(({ reason }) => !isAboutDocument(reason));
    return refused.length > 0 ? refused : this.items;
  }
}
