import type { Clock } from './clock.ts';
import { Draft } from './draft.ts';
import type { SyncMetrics } from './metrics.ts';

export interface DraftKeeperDeps {
  readonly clock: Clock;
  readonly metrics: SyncMetrics;
  readonly newClientId: () => number;
}

/** Milliseconds that an unused draft is kept: it costs memory, and making it anew costs time. */
export const GIVE_BACK_MS = 10_000;

/** Has a board's draft while somebody needs it, and gives its memory back afterwards. */
export class DraftKeeper {
  private held: Draft | undefined;
  private usedAt = 0;
  private undoGiveBack: (() => void) | undefined;
  private ownId: number;

  constructor(
    private readonly deps: DraftKeeperDeps,
    /** Everything that may be shown, to make a draft of. */
    private readonly updates: () => readonly Uint8Array[],
  ) {
    this.ownId = deps.newClientId();
  }

  /** The Yjs client id under which the server writes on this board. */
  get clientId(): number {
    return this.ownId;
  }

  /** The draft; `rows` are what it holds beyond what may be shown, should it have to be made. */
  get(rows: readonly Uint8Array[] = []): Draft {
    this.usedAt = this.deps.clock.now();
    if (this.held) return this.held;
    const draft = new Draft([...this.updates(), ...rows], this.ownId);
    this.held = draft;
    this.deps.metrics.drafts += 1;
    this.plan(GIVE_BACK_MS);
    return draft;
  }

  drop(): void {
    if (!this.held) return;
    this.held = undefined;
    this.undoGiveBack?.();
    this.deps.metrics.drafts -= 1;
  }

  /**
   * Drops the draft and the client id: whether what it wrote last was stored, nobody knows, and two
   * things must never have one id.
   */
  renew(): void {
    this.drop();
    this.ownId = this.deps.newClientId();
  }

  /** Brings the draft up to a stored update that it does not hold, unless it is `holder`. */
  follow(update: Uint8Array, holder?: Draft): void {
    if (!this.held || this.held === holder) return;
    try {
      this.held.follow(update);
    } catch {
      this.drop();
    }
  }

  private plan(ms: number): void {
    this.undoGiveBack = this.deps.clock.after(ms, () => {
      const left = this.usedAt + GIVE_BACK_MS - this.deps.clock.now();
      if (left > 0) this.plan(left);
      else this.drop();
    });
  }
}
