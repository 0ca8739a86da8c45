'use client';

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-words.tsx';

interface Toast {
  readonly text: string;
  readonly tone?: 'good' | 'bad';
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

type Numbered = Toast & { readonly number: number };

const READ_FOR = 6_000; // ms; long enough to read two lines and reach for the action

const Say = createContext<((toast: Toast) => void) | null>(null);

/** Says something in passing: what was done, with a way back where there is one. */
export function useToast(): (toast: Toast) => void {
  const say = use(Say);
  if (!say) throw new Error('mount ToastProvider around the page');
  return say;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Numbered[]>([]);
  const say = useCallback((toast: Toast) => {
    setToasts((now) => [...now.slice(-1), { ...toast, number: (now.at(-1)?.number ?? 0) + 1 }]);
  }, []);
  const drop = useCallback((number: number) => {
    setToasts((now) => now.filter((toast) => toast.number !== number));
  }, []);
  return (
    <Say value={say}>
      {children}
      <div
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-(--toast-bottom) z-(--z-toast) flex flex-col items-center gap-2"
      >
        {toasts.map((toast) => (
          <Slip key={toast.number} toast={toast} onGone={drop} />
        ))}
      </div>
    </Say>
  );
}

function Slip({ toast, onGone }: { toast: Numbered; onGone: (number: number) => void }) {
  const [held, setHeld] = useState(false);
  const words = useUiWords();
  const { number, text, tone = 'good', action } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onGone(number), READ_FOR);
    return () => clearTimeout(timer);
  }, [held, number, onGone]);
  const Mark = tone === 'bad' ? CircleAlert : CircleCheck;
  return (
    <div
      className="pointer-events-auto flex max-w-2xl animate-float items-center gap-3 rounded-card bg-ink py-2 pr-2 pl-4 text-page shadow-float selection:bg-page/30 selection:text-page"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Mark aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">{text}</span>
      {action && (
        <button
          type="button"
          className="shrink-0 rounded-chip px-2 py-1 font-semibold whitespace-nowrap underline underline-offset-2"
          onClick={() => {
            action.onSelect();
            onGone(number);
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton
        label={words.close}
        size="sm"
        side="top"
        className="text-page! hover:bg-page/15!"
        icon={<X aria-hidden className="size-4" />}
        onClick={() => onGone(number)}
      />
    </div>
  );
}
