import type { Clock } from './clock.ts';

/** How much one connection may do: `burst` at once, then `perSecond` for as long as it lasts. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

export class TokenBucket {
  private tokens: number;
  private filledAt: number;
  private readonly allowance: Allowance;
  private readonly clock: Clock;

  constructor(allowance: Allowance, clock: Clock) {
    this.allowance = allowance;
    this.clock = clock;
    this.tokens = allowance.burst;
    this.filledAt = clock.now();
  }

  /** Takes so many tokens; false, and takes none, when there are too few. */
  take(amount: number): boolean {
    const now = this.clock.now();
    const grown = this.tokens + ((now - this.filledAt) / 1000) * this.allowance.perSecond;
    this.tokens = Math.min(this.allowance.burst, grown);
    this.filledAt = now;
    if (amount > this.tokens) return false;
    this.tokens -= amount;
    return true;
  }
}
