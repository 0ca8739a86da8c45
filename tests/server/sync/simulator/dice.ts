import { seededRandom } from '#tests/support/seeded-random.ts';

/** Every chance of one run, all from one seed. */
export class Dice {
  private readonly random: () => number;
  private readonly ids = new Set<number>();

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  /** A number from `low` up to, not including, `high`. */
  between(low: number, high: number): number {
    return low + this.random() * (high - low);
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('nothing to pick from');
    return from[this.below(from.length)] as T;
  }

  /** Picks by weight. */
  weighted<T>(table: readonly (readonly [weight: number, T])[]): T {
    let left = this.between(
      0,
      table.reduce((sum, [weight]) => sum + weight, 0),
    );
    const found = table.find(([weight]) => (left -= weight) < 0) ?? table.at(-1);
    if (!found) throw new Error('nothing to pick from');
    return found[1];
  }

  /** A 32-bit number that never came before, such as a Yjs client id. */
  newId(): number {
    for (;;) {
      const id = 1 + this.below(2 ** 32 - 1);
      if (!this.ids.has(id)) {
        this.ids.add(id);
        return id;
      }
    }
  }
}
