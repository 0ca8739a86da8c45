import { newId } from '#components/new-id.ts';

/** Milliseconds: who tries as much later means another thing. */
const KEPT_MS = 10 * 60_000;

interface Lost {
  readonly key: string;
  readonly until: number;
}

/**
 * The `Idempotency-Key` of each request that makes something. A request whose answer was lost keeps
 * its key, so that whoever presses the button again gets what the first press made. [API-3]
 */
export class RequestKeys {
  readonly #lost = new Map<string, Lost>();

  keyOf(request: string, now: number): string {
    const lost = this.#lost.get(request);
    return lost && lost.until > now ? lost.key : newId();
  }

  answered(request: string): void {
    this.#lost.delete(request);
  }

  lost(request: string, key: string, now: number): void {
    for (const [other, { until }] of this.#lost) if (until <= now) this.#lost.delete(other);
    this.#lost.set(request, { key, until: now + KEPT_MS });
  }
}
