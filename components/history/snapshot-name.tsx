import { useTranslations } from 'next-intl';
import type { SnapshotView } from '#board/api/snapshots.ts';

/** The title it was given, else why it was taken. */
export function SnapshotName({
  snapshot,
}: {
  snapshot: Pick<SnapshotView, 'number' | 'title' | 'why'>;
}) {
  const why = useTranslations('words.snapshotReason');
  return (
    <>
      <span className="text-faint tabular-nums">#{snapshot.number}</span>{' '}
      {snapshot.title || why(snapshot.why)}
    </>
  );
}
