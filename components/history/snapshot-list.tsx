import { MessageSquare } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { IntactMark } from './intact-mark.tsx';
import { SnapshotName } from './snapshot-name.tsx';
import { SnapshotThumb } from './snapshot-thumb.tsx';

/** The board through time, newest first. */
export function SnapshotList({ snapshots }: { snapshots: readonly SnapshotView[] }) {
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4">
      {snapshots.map((snapshot) => (
        <li key={snapshot.id}>
          <SnapshotCard snapshot={snapshot} />
        </li>
      ))}
    </ol>
  );
}

function SnapshotCard({ snapshot }: { snapshot: SnapshotView }) {
  const t = useTranslations('history');
  const why = useTranslations('words.snapshotReason');
  const { id, createdBy, createdAt, counts, intact, reviews, title, goneAt } = snapshot;
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors duration-150 focus-within:border-control hover:border-control">
      {goneAt === null ? <SnapshotThumb snapshotId={id} /> : <GoneThumb />}
      <div className="flex grow flex-col gap-2 p-4">
        <h2 className="text-14 font-semibold">
          <Link href={`/snapshots/${id}`} className="after:absolute after:inset-0">
            <SnapshotName snapshot={snapshot} />
          </Link>
        </h2>
        <p className="text-12 text-soft">
          <Moment at={createdAt} /> · {createdBy.name}
          {title && snapshot.why !== 'manual' && ` · ${why(snapshot.why)}`}
        </p>
        <p className="text-12 text-soft tabular-nums">{t('counts', counts)}</p>
        <div className="mt-auto flex flex-wrap gap-2 pt-1">
          <IntactMark intact={intact} />
          {reviews.length > 0 && (
            <Badge icon={<MessageSquare />}>{t('reviewCount', { count: reviews.length })}</Badge>
          )}
        </div>
      </div>
    </article>
  );
}

/** In the place of the picture of a snapshot whose contents are no longer kept. */
function GoneThumb() {
  const t = useTranslations('history');
  return (
    <div className="flex h-32 items-center justify-center border-b border-line bg-sunken px-4 text-center text-12 text-soft">
      {t('goneShort')}
    </div>
  );
}
