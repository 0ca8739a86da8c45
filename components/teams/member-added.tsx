'use client';

import { useTranslations } from 'next-intl';
import type { NewMemberView } from '#board/api/teams.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Field } from '#components/ui/field.tsx';

interface Props {
  member: NewMemberView;
  onAnother: () => void;
}

/** The welcome link is in this answer and never again, so it is here to take along. */
export function MemberAdded({ member, onAnother }: Props) {
  const t = useTranslations('teams.add');
  return (
    <div className="flex flex-col gap-4">
      {member.welcomeUrl ? (
        <Field label={t('link')} hint={t('linkHint', { name: member.name })}>
          <CopyField value={member.welcomeUrl} />
        </Field>
      ) : (
        <p>{t('known', { name: member.name })}</p>
      )}
      <Button variant="quiet" size="sm" className="self-start" onClick={onAnother}>
        {t('another')}
      </Button>
    </div>
  );
}
