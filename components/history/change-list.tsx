import clsx from 'clsx';
import type { ReactNode } from 'react';

interface Change {
  readonly id: string;
  readonly text: string;
  readonly detail?: ReactNode;
}

interface Props {
  title: string;
  tone: 'plan' | 'do' | 'check' | 'act' | 'neutral';
  items: readonly Change[];
  /** These are no longer there. */
  gone?: boolean;
}

const edges = {
  plan: 'border-plan',
  do: 'border-do',
  check: 'border-check',
  act: 'border-act',
  neutral: 'border-control/50',
};

/** One kind of change; silent when there is none. */
export function ChangeList({ title, tone, items, gone = false }: Props) {
  if (items.length === 0) return null;
  return (
    <section className={clsx('border-l-2 pl-4', edges[tone])}>
      <h4 className="flex items-baseline gap-2 font-semibold">
        {title}
        <span className="text-12 font-normal text-faint tabular-nums">{items.length}</span>
      </h4>
      <ul className="mt-1 flex flex-col gap-1">
        {items.map((item) => (
          <li key={item.id}>
            <span className={clsx(gone && 'text-soft line-through')}>{item.text}</span>
            {item.detail && <span className="ml-2 text-12 text-soft">{item.detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
