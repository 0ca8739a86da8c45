import type { ReactNode } from 'react';

interface Props {
  /** One line that says what goes here and what to do first. */
  children: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ children, icon, action }: Props) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-card border border-dashed border-control/40 px-6 py-10 text-center">
      {icon && (
        <span aria-hidden className="text-faint [&>svg]:size-8">
          {icon}
        </span>
      )}
      <p className="max-w-md text-pretty text-soft">{children}</p>
      {action}
    </div>
  );
}
