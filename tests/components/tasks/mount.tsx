import { render } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { UiWording } from '#components/frame/ui-wording.tsx';
import en from '#messages/en.json' with { type: 'json' };

/** Where a page went, and how often it was read anew. */
export interface Visited {
  readonly pushed: string[];
  refreshed: number;
}

/** Shows it as inside a page, in English. */
export function mount(page: ReactNode): Visited {
  const visited: Visited = { pushed: [], refreshed: 0 };
  const router: AppRouterInstance = {
    back: () => {},
    forward: () => {},
    prefetch: () => {},
    push: (href) => void visited.pushed.push(href),
    replace: (href) => void visited.pushed.push(href),
    refresh: () => void (visited.refreshed += 1),
    bfcacheId: '',
  };
  render(
    <AppRouterContext.Provider value={router}>
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date('2026-11-27')}>
        <UiWording>{page}</UiWording>
      </NextIntlClientProvider>
    </AppRouterContext.Provider>,
  );
  return visited;
}
