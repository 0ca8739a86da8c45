'use client';

import clsx from 'clsx';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { asTheme, themes } from './themes.ts';
import type { Theme } from './themes.ts';
import { useTheme } from './use-theme.ts';

const icons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

export function ThemeSwitch({ label }: { label: string }) {
  const t = useTranslations('words.theme');
  const [theme, choose] = useTheme();
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={theme}
      // Radix says '' when the chosen one is pressed again; a theme is never unchosen.
      onValueChange={(value) => value !== '' && choose(asTheme(value))}
      className="inline-flex flex-wrap gap-1 rounded-card bg-sunken p-1"
    >
      {themes.map((option) => {
        const Icon = icons[option];
        return (
          <ToggleGroup.Item
            key={option}
            value={option}
            className={clsx(
              'inline-flex min-h-8 items-center gap-2 rounded-chip px-3 text-soft pointer-coarse:min-h-11',
              'data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-paper',
            )}
          >
            <Icon aria-hidden className="size-4" />
            {t(option)}
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
