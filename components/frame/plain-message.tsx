import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

interface Props {
  title: string;
  text: string;
  action?: ReactNode;
}

/** A page with one thing to say. */
export function PlainMessage({ title, text, action }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-6 py-12">
      <Mark className="size-10" />
      <h1 className="text-28 font-semibold">{title}</h1>
      <p className="text-16 text-soft">{text}</p>
      {action}
    </main>
  );
}
