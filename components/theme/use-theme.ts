'use client';

import { useSyncExternalStore } from 'react';
import { keepCookie, THEME_COOKIE } from '#components/frame/cookies.ts';
import { asTheme } from './themes.ts';
import type { Theme } from './themes.ts';

/** The chosen theme. The attribute on <html> holds it: the server puts it there, so nothing flashes. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(watchChoice, readChoice, () => 'system' as const);
  return [theme, choose];
}

/** What is seen: the choice, or what the device asks for. For parts that CSS does not reach. */
export function useShownTheme(): 'light' | 'dark' {
  const [choice] = useTheme();
  const device = useSyncExternalStore(watchDevice, readDevice, () => 'light' as const);
  return choice === 'system' ? device : choice;
}

function choose(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  keepCookie(THEME_COOKIE, theme === 'system' ? '' : theme);
}

function readChoice(): Theme {
  return asTheme(document.documentElement.dataset['theme']);
}

function watchChoice(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const darkDevice = '(prefers-color-scheme: dark)';

function readDevice(): 'light' | 'dark' {
  return matchMedia(darkDevice).matches ? 'dark' : 'light';
}

function watchDevice(onChange: () => void): () => void {
  const query = matchMedia(darkDevice);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
