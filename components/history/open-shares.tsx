'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { listOf } from '#board/api/problem.ts';
import { shareView } from '#board/api/shares.ts';
import type { ShareView } from '#board/api/shares.ts';
import { callApi } from '#components/api/call-api.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Moment } from '#components/time/moment.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

interface Props {
  snapshotId: string;
  /** The link that was made last; another one means that the list is old. */
  newest: string | undefined;
}

/** The links that still show the snapshot: whose they are, when they were opened, and a way to end each. */
export function OpenShares({ snapshotId, newest }: Props) {
  const t = useTranslations('history.share');
  const [shares, setShares] = useState<readonly ShareView[] | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const path = `/snapshots/${snapshotId}/shares`;
    void callApi({ method: 'GET', path, view: listOf(shareView) }).then((answer) => {
      if (wanted && answer.ok) setShares(answer.value.items);
    });
    return () => {
      wanted = false;
    };
  }, [snapshotId, newest, round]);
  if (!shares) return <Skeleton className="h-16" />;
  if (shares.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t('openLinks')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {shares.map((share) => (
          <Row
            key={share.id}
            snapshotId={snapshotId}
            share={share}
            onEnded={() => setRound(round + 1)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  snapshotId: string;
  share: ShareView;
  onEnded: () => void;
}

function Row({ snapshotId, share, onEnded }: RowProps) {
  const t = useTranslations('history.share');
  const { busy, run } = useDeed();
  const { id, createdBy, createdAt, expiresAt, openedAt } = share;

  async function end() {
    const path = `/snapshots/${snapshotId}/shares/${id}`;
    const done = await run({ method: 'DELETE', path, view: z.null(), said: t('ended') });
    if (done !== undefined) onEnded();
  }

  return (
    <li className="flex items-center gap-4 py-2">
      <div className="min-w-0 grow">
        <p className="wrap-anywhere">
          {t.rich('by', { name: createdBy.name, moment: () => <Moment at={createdAt} /> })}
        </p>
        <p className="text-12 text-soft">
          {t.rich('works', { moment: () => <Moment at={expiresAt} /> })}
          {' · '}
          {openedAt ? t.rich('opened', { moment: () => <Moment at={openedAt} /> }) : t('unopened')}
        </p>
      </div>
      <Button size="sm" busy={busy} onClick={() => void end()}>
        {t('end')}
      </Button>
    </li>
  );
}
