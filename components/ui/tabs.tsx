'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface Tab<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface Props<T extends string> {
  tabs: readonly Tab<T>[];
  value?: T;
  onChange?: (value: T) => void;
  /** What the row of tabs is about, for those who do not see it. */
  label: string;
}

/** Tabs inside one page; tabs with addresses of their own are links with the same looks. */
export function Tabs<T extends string>({ tabs, value, onChange, label }: Props<T>) {
  const first = tabs[0]?.value;
  const change = (chosen: string) => {
    const tab = tabs.find((candidate) => candidate.value === chosen);
    if (tab) onChange?.(tab.value);
  };
  return (
    <Radix.Root
      {...(value === undefined ? { defaultValue: first ?? '' } : { value })}
      onValueChange={change}
    >
      <Radix.List aria-label={label} className={tabRow}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabLooks}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

export const tabRow = 'flex gap-1 overflow-x-auto border-b border-line';

/** Chosen is said by `data-state="active"` or `aria-current="page"`. */
export const tabLooks =
  'relative -mb-px inline-flex min-h-10 shrink-0 items-center gap-2 border-b-2 border-transparent px-3 text-14 font-medium ' +
  'text-soft transition-colors duration-150 hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:min-h-11 ' +
  'data-[state=active]:border-accent data-[state=active]:text-ink ' +
  'aria-[current=page]:border-accent aria-[current=page]:text-ink';
