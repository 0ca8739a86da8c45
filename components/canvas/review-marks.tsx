import clsx from 'clsx';
import { CircleHelp, HandHeart, Hand, LifeBuoy } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Mark } from '#board/marks.ts';
import { useWorld } from './canvas-world.tsx';
import { useLive } from './live-map.ts';

const icons = { thanks: HandHeart, question: CircleHelp, help: LifeBuoy, asked: Hand } as const;

interface MarksProps {
  /** A note, an action, a topic or a text; the whole board with ''. */
  of: string;
  /** On a line of their own rather than at the lower edge of a card. */
  row?: boolean;
}

/** Who answered or asks for help, live. [REV-4] */
export function ReviewMarks({ of, row = false }: MarksProps) {
  const marks = useLive(useWorld().live.marks, of);
  if (marks.length === 0) return null;
  return (
    <span
      className={
        row
          ? 'flex flex-wrap gap-1 px-1.5 pb-1'
          : 'absolute right-2 -bottom-4 flex max-w-[90%] gap-1'
      }
    >
      {marks.map((mark) => (
        <ReviewMark key={mark.id} mark={mark} named={row || marks.length === 1} inRow={row} />
      ))}
    </span>
  );
}

interface Props {
  mark: Mark;
  /** With the words beside the sign. */
  named: boolean;
  inRow: boolean;
}

/** One answer or request; a press reads it, where there is a page to read it on. */
function ReviewMark({ mark: { id, kind, who, snapshotId }, named, inRow }: Props) {
  const t = useTranslations('card.marks');
  const Icon = icons[kind];
  const said = t(kind, { name: who });
  const looks = clsx(
    'pointer-events-auto flex h-6 min-w-0 items-center gap-1 rounded-full border border-plan bg-plan-pale text-12 text-plan-ink',
    named ? 'px-2' : 'px-1',
  );
  const inside = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className={named ? 'truncate' : 'sr-only'}>{said}</span>
    </>
  );
  if (snapshotId === null) {
    return (
      <span title={said} className={looks}>
        {inside}
      </span>
    );
  }
  return (
    <Link
      href={`/snapshots/${snapshotId}#review-${id}`}
      prefetch={false}
      // By keyboard cards are reached in the list.
      tabIndex={inRow ? 0 : -1}
      title={said}
      className={looks}
      // On a card the press would start to drag it.
      onPointerDown={(event) => event.stopPropagation()}
    >
      {inside}
    </Link>
  );
}
