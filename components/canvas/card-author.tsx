import clsx from 'clsx';
import { useFormatter } from 'next-intl';

interface Props {
  meta: Readonly<Record<string, unknown>>;
  className?: string;
}

/** Who made a card and when, as it stands in its meta. */
export function CardAuthor({ meta, className }: Props) {
  const format = useFormatter();
  const { byName, at } = meta;
  const made = typeof at === 'string' ? new Date(at) : undefined;
  const when =
    made && !Number.isNaN(made.getTime())
      ? format.dateTime(made, {
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
        })
      : '';
  const who = typeof byName === 'string' ? byName : '';
  if (!who && !when) return null;
  return (
    <div className={clsx('flex gap-2 text-12 text-note-soft', className)}>
      <span className="min-w-0 truncate">{who}</span>
      <span className="ml-auto shrink-0">{when}</span>
    </div>
  );
}
