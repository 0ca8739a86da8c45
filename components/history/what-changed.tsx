'use client';

import { useTranslations } from 'next-intl';
import { isEmptyDiff } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { ChangedLearning } from './changed-learning.tsx';
import { ChangedNotes } from './changed-notes.tsx';
import { ChangedPromises } from './changed-promises.tsx';
import { ChangedResults } from './changed-results.tsx';

/** What is different in meaning since an earlier point: promises first, then what they brought, then the thinking. */
export function WhatChanged({ diff }: { diff: MeaningDiff }) {
  const t = useTranslations('history.changes');
  if (isEmptyDiff(diff)) return <p className="text-soft">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-8">
      <ChangedPromises diff={diff} />
      <ChangedResults diff={diff} />
      <ChangedNotes diff={diff} />
      <ChangedLearning diff={diff} />
    </div>
  );
}
