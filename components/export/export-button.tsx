'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';

/** Saves a snapshot as a file. */
export function ExportButton({ snapshotId }: { snapshotId: string }) {
  const t = useTranslations('export');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Download aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && (
        <ExportDialog
          kind="snapshot"
          of={`/snapshots/${snapshotId}`}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
