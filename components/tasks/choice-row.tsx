import { CircleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';

interface Props<T extends string> {
  name: string;
  legend: string;
  options: readonly { readonly value: T; readonly label: string; readonly Icon: LucideIcon }[];
  error: string | undefined;
  onChoose?: (value: T) => void;
}

/** One of a few verdicts, side by side. */
export function ChoiceRow<T extends string>({ name, legend, options, error, onChoose }: Props<T>) {
  const errorId = useId();
  return (
    <fieldset
      aria-describedby={errorId}
      data-invalid={error ? true : undefined}
      className="flex flex-col gap-2"
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label, Icon }) => (
          <label
            key={value}
            className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-card border border-control/50 px-3 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-pale has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={value}
              className="sr-only"
              onChange={() => onChoose?.(value)}
            />
            <Icon aria-hidden className="size-4" />
            {label}
          </label>
        ))}
      </div>
      <div id={errorId} aria-live="polite" className="empty:hidden">
        {error && (
          <p className="flex items-start gap-1 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
