'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { snapshotView } from '#board/api/snapshots.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

export function RestoreSnapshot({
  snapshot,
}: {
  snapshot: Pick<SnapshotView, 'id' | 'number' | 'boardId'>;
}) {
  const t = useTranslations('history.restore');
  const [open, setOpen] = useState(false);
  const { busy, run } = useDeed();
  const { id, number, boardId } = snapshot;

  async function restore() {
    const kept = await run({
      method: 'POST',
      path: `/snapshots/${id}/restore`,
      view: snapshotView,
    });
    if (kept) location.assign(`/boards/${boardId}`);
  }

  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={setOpen}
      title={t('title', { number })}
      description={t('text')}
      trigger={<Button icon={<RotateCcw aria-hidden className="size-4" />}>{t('open')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={() => void restore()}>
            {t('submit')}
          </Button>
        </>
      }
    />
  );
}
