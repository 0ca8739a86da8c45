'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'vb-name';

/** The name a guest gave last time on this device; empty until the browser has said it. */
export function useKeptName(): string {
  return useSyncExternalStore(
    () => () => {},
    () => read(),
    () => '',
  );
}

export function keepName(name: string): void {
  try {
    localStorage.setItem(KEY, name.trim());
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
