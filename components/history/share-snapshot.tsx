'use client';

import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { NewShareView } from '#board/api/shares.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { OpenShares } from './open-shares.tsx';
import { ShareForm } from './share-form.tsx';

interface Props {
  snapshot: { readonly id: string; readonly number: number };
}

/** Lets people look at one snapshot by a link, and shows which links there are. */
export function ShareSnapshot({ snapshot }: Props) {
  const t = useTranslations('history.share');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title', { number: snapshot.number })}
      description={t('intro')}
      trigger={<Button icon={<Link2 aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <Sharing snapshotId={snapshot.id} />
    </Dialog>
  );
}

function Sharing({ snapshotId }: { snapshotId: string }) {
  const t = useTranslations('history.share');
  const [made, setMade] = useState<NewShareView | null>(null);
  return (
    <div className="flex flex-col gap-6">
      {made ? (
        <div className="flex flex-col gap-4">
          <Field label={t('made')} hint={t('once')}>
            <CopyField value={made.url} />
          </Field>
          <Button variant="quiet" size="sm" className="self-start" onClick={() => setMade(null)}>
            {t('another')}
          </Button>
        </div>
      ) : (
        <ShareForm snapshotId={snapshotId} onMade={setMade} />
      )}
      <OpenShares snapshotId={snapshotId} newest={made?.id} />
    </div>
  );
}
