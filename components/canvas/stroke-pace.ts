import type { TLRecord, TLStore } from 'tldraw';
import type { Schedule } from './schedule.ts';

const EVERY = 250; // ms

/** An unfinished stroke is sent whole each time, so it is sent four times a second, and when it ends. */
export class StrokePace {
  readonly #store: TLStore;
  readonly #schedule: Schedule;
  readonly #sentAt = new Map<string, number>();

  constructor(store: TLStore, schedule: Schedule) {
    this.#store = store;
    this.#schedule = schedule;
  }

  sent(record: TLRecord): void {
    if (isUnfinished(record)) this.#sentAt.set(record.id, this.#schedule.now());
    else this.#sentAt.delete(record.id);
  }

  /** True for a stroke in the making that was sent a moment ago. */
  mayWait(id: string): boolean {
    const record = this.#store.unsafeGetWithoutCapture(id as TLRecord['id']);
    if (!record || !isUnfinished(record)) return false;
    return this.#schedule.now() - (this.#sentAt.get(id) ?? -Infinity) < EVERY;
  }
}

function isUnfinished(record: TLRecord): boolean {
  return record.typeName === 'shape' && 'isComplete' in record.props && !record.props.isComplete;
}
