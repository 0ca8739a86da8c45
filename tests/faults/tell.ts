import type { TestContext } from 'vitest';
import { print } from '../support/print.ts';

/** What one fault was and what came of it, for people and for the table of `npm run faults`. */
export interface Told {
  readonly tried: string;
  readonly seen: readonly string[];
}

declare module 'vitest' {
  interface TaskMeta {
    fault?: Told;
  }
}

/** Prints what was tried and seen, and keeps it with the test's result. Call it before the assertions. */
export function tell({ task }: TestContext, tried: string, seen: readonly string[]): void {
  task.meta.fault = { tried, seen };
  print(`${task.name}\n  tried: ${tried}\n  seen: ${seen.join('; ')}`);
}
