'use client';

import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { welcomeLinkView } from '#board/api/teams.ts';
import type { MemberView } from '#board/api/teams.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

/** A new welcome link for somebody who lost theirs before coming in. */
export function RenewWelcome({ teamId, member }: { teamId: string; member: MemberView }) {
  const t = useTranslations('teams');
  const [link, setLink] = useState<string | null>(null);
  const { run } = useDeed();
  const { id, name } = member;

  async function renew() {
    const path = `/teams/${teamId}/members/${id}/welcome`;
    const made = await run({ method: 'POST', path, view: welcomeLinkView });
    if (made) setLink(made.welcomeUrl);
  }

  return (
    <>
      <IconButton
        size="sm"
        label={t('members.newLink', { name })}
        icon={<Link2 aria-hidden className="size-4" />}
        onClick={() => void renew()}
      />
      <Dialog
        size="sm"
        open={link !== null}
        onOpenChange={() => setLink(null)}
        title={t('members.newLink', { name })}
        description={t('members.newLinkText')}
      >
        <Field label={t('add.link')} hint={t('add.linkHint', { name })}>
          <CopyField value={link ?? ''} />
        </Field>
      </Dialog>
    </>
  );
}
