import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** The browser's own box with its words beside it; the whole line is the target. */
export function CheckBox({ label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex min-h-10 items-start gap-3 pointer-coarse:min-h-11">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-accent"
      />
      <div className="min-w-0 grow">
        <label htmlFor={id} className="block cursor-pointer font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-12 text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
