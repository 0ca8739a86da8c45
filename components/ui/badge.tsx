import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'plan' | 'do' | 'check' | 'act' | 'danger';

interface Props {
  tone?: Tone;
  /** A sign that goes with the colour, for those who do not see it. */
  icon?: ReactNode;
  children: ReactNode;
}

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-pale text-accent',
  plan: 'bg-plan-pale text-plan-ink',
  do: 'bg-do-pale text-do-ink',
  check: 'bg-check-pale text-check-ink',
  act: 'bg-act-pale text-act-ink',
  danger: 'bg-danger-pale text-danger',
};

export function Badge({ tone = 'neutral', icon, children }: Props) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 rounded-chip px-2 py-0.5 text-12 font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {icon && (
        <span aria-hidden className="inline-flex size-3.5 shrink-0 items-center [&>svg]:size-3.5">
          {icon}
        </span>
      )}
      {children}
    </span>
  );
}
