import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { IntactMark } from './intact-mark.tsx';
import { SnapshotName } from './snapshot-name.tsx';

interface Props {
  snapshot: SnapshotView;
  boardTitle: string;
  action?: ReactNode;
}

export function SnapshotHead({ snapshot, boardTitle, action }: Props) {
  const t = useTranslations('history');
  const why = useTranslations('words.snapshotReason');
  const { boardId, createdBy, createdAt, hash, intact, title } = snapshot;
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-2">
        <Link
          href={`/boards/${boardId}/history`}
          className="text-soft hover:text-ink hover:underline"
        >
          {t('of', { title: boardTitle })}
        </Link>
        <h1 className="text-28 font-semibold">
          <SnapshotName snapshot={snapshot} />
        </h1>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-soft">
          <span className="inline-flex items-center gap-2">
            <Avatar person={createdBy} size="sm" named={false} />
            {createdBy.name}
          </span>
          <Moment at={createdAt} />
          {title && snapshot.why !== 'manual' && <span>{why(snapshot.why)}</span>}
          <IntactMark intact={intact} />
          <code title={hash} className="text-12 text-faint">
            {t('hash', { hash: hash.slice(0, 12) })}
          </code>
        </div>
      </div>
      {action}
    </header>
  );
}
