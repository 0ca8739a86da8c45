// 10 failures in 15 minutes per account, as in OWASP ASVS 6.3.1's spirit: slows guessing, locks out nobody for long.
const MOST = 10;
const WINDOW_MS = 15 * 60_000;
// A full table forgets everything rather than grow under attack.
const MOST_ACCOUNTS = 10_000;

/** Counts failed sign-ins per account in this process. */
export class Attempts {
  readonly #failures = new Map<string, number[]>();

  constructor(readonly now: () => number) {}

  mayTry(account: string): boolean {
    return this.#recent(account).length < MOST;
  }

  failed(account: string): void {
    if (this.#failures.size >= MOST_ACCOUNTS) this.#failures.clear();
    this.#failures.set(account, [...this.#recent(account), this.now()]);
  }

  succeeded(account: string): void {
    this.#failures.delete(account);
  }

  #recent(account: string): number[] {
    const since = this.now() - WINDOW_MS;
    return (this.#failures.get(account) ?? []).filter((at) => at > since);
  }
}
