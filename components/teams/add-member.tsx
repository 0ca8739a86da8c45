'use client';

import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { NewMemberView } from '#board/api/teams.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { AddMemberForm } from './add-member-form.tsx';
import { MemberAdded } from './member-added.tsx';

export function AddMember({ teamId }: { teamId: string }) {
  const t = useTranslations('teams.add');
  const [open, setOpen] = useState(false);
  const [added, setAdded] = useState<NewMemberView | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (now) setAdded(null);
      }}
      title={added ? t('addedTitle', { name: added.name }) : t('title')}
      trigger={
        <Button variant="primary" icon={<UserPlus aria-hidden className="size-4" />}>
          {t('open')}
        </Button>
      }
    >
      {added ? (
        <MemberAdded member={added} onAnother={() => setAdded(null)} />
      ) : (
        <AddMemberForm teamId={teamId} onAdded={setAdded} />
      )}
    </Dialog>
  );
}
