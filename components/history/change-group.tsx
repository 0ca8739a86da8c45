import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Of everything in it; a group of nothing is not shown. */
  count: number;
  children: ReactNode;
}

/** Changes that are about one thing, with how many there are. */
export function ChangeGroup({ title, count, children }: Props) {
  const t = useTranslations('history.changes');
  if (count === 0) return null;
  return (
    <section className="flex flex-col gap-4">
      <h3 className="flex items-baseline gap-2 border-b border-line pb-1 text-16 font-semibold">
        {title}
        <span className="text-12 font-normal text-faint tabular-nums">{t('count', { count })}</span>
      </h3>
      {children}
    </section>
  );
}
