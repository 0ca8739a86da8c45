import { useFormatter } from 'next-intl';

/** A moment in the reader's own time zone. */
export function Moment({ at }: { at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="tabular-nums">
      {format.dateTime(new Date(at), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      })}
    </time>
  );
}
