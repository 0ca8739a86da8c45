/** Milliseconds, as many as come; a number takes four bytes. */
export class Latencies {
  private values = new Float32Array(1 << 16);
  private length = 0;

  add(ms: number): void {
    if (this.length === this.values.length) {
      const longer = new Float32Array(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = ms;
  }

  get count(): number {
    return this.length;
  }

  /** The value that `share` (0 to 1) of all lie at or below, for each; NaN when there is none. */
  at(...shares: number[]): number[] {
    const sorted = this.values.subarray(0, this.length).sort();
    return shares.map((share) => {
      const index = Math.min(this.length - 1, Math.ceil(share * this.length) - 1);
      return sorted[Math.max(0, index)] ?? NaN;
    });
  }
}
