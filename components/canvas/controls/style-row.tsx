import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { Tooltip } from '#components/ui/tooltip.tsx';

interface Props<T extends string> {
  label: string;
  items: readonly { readonly value: T; readonly label: string; readonly sign: ReactNode }[];
  /** Undefined where what is selected differs. */
  chosen: T | undefined;
  columns?: number;
  onChoose: (value: T) => void;
}

/** One of several looks, each shown as it looks. */
export function StyleRow<T extends string>({
  label,
  items,
  chosen,
  columns = items.length,
  onChoose,
}: Props<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={chosen ?? ''}
      className="grid gap-1"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      onValueChange={(value) => {
        const item = items.find((one) => one.value === value);
        if (item) onChoose(item.value);
      }}
    >
      {items.map(({ value, label: name, sign }) => (
        <Tooltip key={value} text={name} side="top">
          <ToggleGroup.Item
            value={value}
            aria-label={name}
            className="flex h-8 items-center justify-center rounded-card text-soft hover:bg-hover aria-checked:bg-accent-pale aria-checked:text-accent pointer-coarse:h-11"
          >
            {sign}
          </ToggleGroup.Item>
        </Tooltip>
      ))}
    </ToggleGroup.Root>
  );
}
