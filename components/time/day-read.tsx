import { CalendarCheck } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  /** The day that was understood, in full words. */
  day: string;
  /** Why it is no day, while it is still being typed. */
  trouble: string | undefined;
  /** What stands there before anything was typed. */
  children: ReactNode;
}

/** What was understood of the words above, read aloud as it changes. */
export function DayRead({ day, trouble, children }: Props) {
  return (
    <p aria-live="polite" className="-mt-1 min-h-5 text-12 text-soft">
      {day ? (
        <span className="inline-flex items-center gap-1 text-14 text-ink">
          <CalendarCheck aria-hidden className="size-4 text-accent" />
          {day}
        </span>
      ) : (
        (trouble ?? children)
      )}
    </p>
  );
}
