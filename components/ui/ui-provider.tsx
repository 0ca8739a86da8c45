'use client';

import type { ReactNode } from 'react';
import { ToastProvider } from './toast.tsx';
import { TooltipProvider } from './tooltip.tsx';
import { UiWordsProvider } from './ui-words.tsx';
import type { UiWords } from './ui-words.tsx';

/** What the kit needs around it; mounted once, by the layout. */
export function UiProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return (
    <UiWordsProvider words={words}>
      <TooltipProvider>
        <ToastProvider>{children}</ToastProvider>
      </TooltipProvider>
    </UiWordsProvider>
  );
}
