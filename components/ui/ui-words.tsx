'use client';

import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { RunFacts } from './run-facts.ts';

/** The few words the kit says itself. The kit knows no language: whoever mounts it brings them. */
export interface UiWords {
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly optional: string;
  readonly nobodyFound: string;
  readonly clear: string;
  readonly noReadings: string;
  readonly target: string;
  readonly baseline: string;
  readonly number: (value: number) => string;
  /** A day `yyyy-mm-dd`, short: 3 Feb. */
  readonly day: (day: string) => string;
  /** What a run chart shows, in a sentence. */
  readonly run: (facts: RunFacts) => string;
}

const Words = createContext<UiWords | null>(null);

export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export function useUiWords(): UiWords {
  const words = use(Words);
  if (!words) throw new Error('mount UiWordsProvider around the page');
  return words;
}
