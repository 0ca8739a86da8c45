import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** One quiet line under the title. */
  line?: ReactNode;
  /** What is done most from here. */
  action?: ReactNode;
}

export function PageHead({ title, line, action }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <h1 className="text-28 font-semibold">{title}</h1>
        {line && <div className="mt-1 text-soft">{line}</div>}
      </div>
      {action}
    </div>
  );
}
