import * as Y from 'yjs';
import type { HeldDocument } from '#board/check-wire.ts';
import type { Checked } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { StoredDocument } from './stored-document.ts';

export interface DivergenceDeps {
  readonly clock: Clock;
  readonly heavy: Pick<HeavyWork, 'digest'>;
  readonly document: StoredDocument;
  /** True while something waits to be judged or stored. */
  readonly busy: () => boolean;
}

/** Milliseconds without news after which everybody has what was sent: a deletion moves no vector. */
const QUIET_MS = 2_000;

/** Compares what clients hold with what we hold, in the worker and once for each position. [SYNC-77] */
export class Divergence {
  private newsAt = -Infinity;
  private known: { readonly seq: number; readonly digest: Promise<string> } | undefined;

  constructor(private readonly deps: DivergenceDeps) {}

  /** Something was shown just now. */
  news(): void {
    this.newsAt = this.deps.clock.now();
  }

  /** Rejects when the digest cannot be worked out. */
  async compare({ vector, digest }: HeldDocument): Promise<Checked['result']> {
    const { clock, busy, document } = this.deps;
    const { seq } = document.position;
    if (busy() || clock.now() - this.newsAt < QUIET_MS) return 'later';
    if (!equal(Y.decodeStateVector(vector), document.clocks)) return 'later';
    const ours = await this.digestAt(seq);
    if (ours === digest) return 'same';
    return document.position.seq === seq ? 'differs' : 'later';
  }

  private digestAt(seq: number): Promise<string> {
    if (this.known?.seq === seq) return this.known.digest;
    const [state, ...rows] = this.deps.document.updates;
    const known = { seq, digest: this.deps.heavy.digest({ state, rows }) };
    this.known = known;
    known.digest.catch(() => {
      if (this.known === known) this.known = undefined;
    });
    return known.digest;
  }
}

function equal(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  return a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock);
}
