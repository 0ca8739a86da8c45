import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, hint, action, children }: Props) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-16 font-semibold">{title}</h2>
          {hint && <p className="text-soft">{hint}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
