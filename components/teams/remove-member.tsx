'use client';

import { UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { MemberView } from '#board/api/teams.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

export function RemoveMember({ teamId, member }: { teamId: string; member: MemberView }) {
  const t = useTranslations('teams.remove');
  const [open, setOpen] = useState(false);
  const { busy, run } = useDeed();
  const { name } = member;

  async function remove() {
    const path = `/teams/${teamId}/members/${member.id}`;
    const done = await run({ method: 'DELETE', path, view: z.null(), said: t('done', { name }) });
    if (done !== undefined) setOpen(false);
  }

  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={setOpen}
      title={t('title', { name })}
      description={t('text')}
      trigger={
        <IconButton
          size="sm"
          label={t('open', { name })}
          icon={<UserMinus aria-hidden className="size-4" />}
        />
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            {t('submit')}
          </Button>
        </>
      }
    />
  );
}
