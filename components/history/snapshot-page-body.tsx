import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { may } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import type { CardWords } from '#board/api/help.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import type { TeamRole } from '#board/api/teams.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { Section } from '#components/frame/section.tsx';
import { Moment } from '#components/time/moment.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewList } from './review-list.tsx';
import { SnapshotDeeds } from './snapshot-deeds.tsx';
import { SnapshotHead } from './snapshot-head.tsx';
import { WhatChanged } from './what-changed.tsx';

interface Props {
  snapshot: SnapshotView;
  board: BoardView;
  /** Null where the contents are gone or damaged. */
  diff: MeaningDiff | null;
  role: TeamRole | null;
  today: string;
  meId: string;
  /** What can be answered by itself; none where the contents are gone or damaged. */
  cards: readonly CardWords[];
  /** The board as it was, to look around in. */
  canvas: ReactNode;
}

export function SnapshotPageBody({
  snapshot,
  board,
  diff,
  role,
  today,
  meId,
  cards,
  canvas,
}: Props) {
  const t = useTranslations('history');
  const subjects = role ? [role] : [];
  const mayReview = may(subjects, 'snapshot.review');
  return (
    <>
      <SnapshotHead
        snapshot={snapshot}
        boardTitle={board.title}
        action={snapshot.goneAt === null && <SnapshotDeeds {...{ snapshot, board, subjects }} />}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {snapshot.goneAt === null ? (
            <div className="relative h-[min(36rem,70dvh)] overflow-hidden rounded-card border border-line">
              {canvas}
            </div>
          ) : (
            <p className="rounded-card border border-line bg-surface p-5 text-soft">
              {t.rich('gone', { moment: () => <Moment at={snapshot.goneAt ?? ''} /> })}
            </p>
          )}
          {diff && (
            <Section title={t(snapshot.number === 1 ? 'first' : 'changed')}>
              <WhatChanged diff={diff} />
            </Section>
          )}
        </div>
        <Section title={t('reviews')}>
          {snapshot.reviews.length > 0 && (
            <ReviewList
              {...{ reviews: snapshot.reviews, meId, today }}
              mayReply={may(subjects, 'review.reply')}
            />
          )}
          {snapshot.reviews.length === 0 && !mayReview && (
            <p className="text-soft">{t('noReviews')}</p>
          )}
          {mayReview && (
            <div className="rounded-card border border-line bg-surface p-5">
              <ReviewForm snapshotId={snapshot.id} today={today} cards={cards} />
            </div>
          )}
        </Section>
      </div>
    </>
  );
}
