import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { HistoryPoint } from '#board/api/history.ts';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

interface Props {
  /** Oldest first. */
  points: readonly HistoryPoint[];
  /** The row of the log that is shown: the end of a point, or within one. */
  seq: number;
  onChoose: (seq: number) => void;
  /** Left out where the beginning is reached. */
  onEarlier: (() => void) | undefined;
}

/**
 * A slider over the points, which arrow keys, Page Up and Down, Home and End move; the buttons beside it
 * go on by single changes.
 */
export function ReplaySlider({ points, seq, onChoose, onEarlier }: Props) {
  const t = useTranslations('history.replay');
  const valueText = useValueText();
  const at = points.findIndex((one) => seq <= one.seq);
  const point = points[at];
  const [first, last] = [points[0], points.at(-1)];
  if (!point || !first || !last) return null;
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">
          <Moment at={point.at} />
        </span>
        <Writers point={point} />
        <span className="ml-auto text-12 text-faint tabular-nums">
          {t('count', { at: at + 1, of: points.length })}
          {point.seq > point.from &&
            ` · ${t('within', { at: seq - point.from + 1, of: point.seq - point.from + 1 })}`}
        </span>
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          label={t('back')}
          icon={<ChevronLeft aria-hidden className="size-5" />}
          disabled={seq <= first.from}
          onClick={() => onChoose(seq - 1)}
        />
        <input
          type="range"
          aria-label={t('slider')}
          aria-valuetext={valueText(point)}
          min={0}
          max={points.length - 1}
          value={at}
          onChange={(event) => onChoose(points[Number(event.currentTarget.value)]?.seq ?? seq)}
          className="h-11 min-w-0 grow cursor-pointer accent-accent"
        />
        <IconButton
          label={t('forward')}
          icon={<ChevronRight aria-hidden className="size-5" />}
          disabled={seq >= last.seq}
          onClick={() => onChoose(seq + 1)}
        />
      </div>
      {onEarlier && (
        <Button size="sm" className="self-start" onClick={onEarlier}>
          {t('earlier')}
        </Button>
      )}
    </div>
  );
}

function Writers({ point: { people } }: { point: HistoryPoint }) {
  const t = useTranslations('history.replay');
  if (people.length === 0) return <span className="text-soft">{t('nobody')}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {people.map((person) => (
        <li key={person.id} className="inline-flex items-center gap-1.5 text-soft">
          <Avatar person={person} size="sm" named={false} />
          {person.name}
        </li>
      ))}
    </ul>
  );
}

/** What a screen reader says of a point: when, and who wrote. */
function useValueText(): (point: HistoryPoint) => string {
  const t = useTranslations('history.replay');
  const format = useFormatter();
  return ({ at, people }) => {
    const when = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
    const who = people.length > 0 ? format.list(people.map(({ name }) => name)) : t('nobody');
    return `${when}, ${who}`;
  };
}
