'use client';

import { CircleAlert } from 'lucide-react';
import { createContext, use, useId } from 'react';
import type { ReactNode } from 'react';
import { useUiWords } from './ui-words.tsx';

interface Props {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right; read aloud when it appears. */
  error?: string | undefined;
  optional?: boolean;
  children: ReactNode;
}

interface FieldControl {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

const Control = createContext<FieldControl | null>(null);

/** One control with its label above; the control inside finds its id and descriptions by itself. */
export function Field({ label, hint, error, optional = false, children }: Props) {
  const id = useId();
  const words = useUiWords();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const control: FieldControl = {
    id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(error && { 'aria-invalid': true as const }),
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14 font-medium">
        {label}
        {optional && <span className="ml-2 font-normal text-faint">{words.optional}</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="text-12 text-soft">
          {hint}
        </div>
      )}
      <Control value={control}>{children}</Control>
      <div id={`${id}-error`} aria-live="polite" className="empty:hidden">
        {error && (
          <p className="flex items-start gap-1 text-14 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

/** The props that tie a control to the field around it; empty outside a field. */
export function useFieldControl(): Partial<FieldControl> {
  return use(Control) ?? {};
}

/** The looks that text inputs, areas and selects have in common. */
export const controlLooks =
  'w-full rounded-card border border-control/60 bg-surface px-3 py-2 text-16 text-ink sm:text-14 ' +
  'transition-colors duration-150 hover:border-control disabled:opacity-50 ' +
  'focus-visible:border-focus focus-visible:outline-offset-0 aria-invalid:border-danger';
