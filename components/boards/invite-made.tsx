'use client';

import { useTranslations } from 'next-intl';
import type { NewInviteView } from '#board/api/boards.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { QrCode } from './qr-code.tsx';

interface Props {
  invite: NewInviteView;
  onAnother: () => void;
}

export function InviteMade({ invite, onAnother }: Props) {
  const t = useTranslations('boards.share');
  return (
    <div className="flex flex-col gap-4">
      <Field label={t(`made.${invite.access}`)} hint={t('once')}>
        <CopyField value={invite.url} />
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={invite.url} label={t('qr')} />
        <p className="max-w-60 text-soft">{t('qr')}</p>
      </div>
      <Button variant="quiet" size="sm" className="self-start" onClick={onAnother}>
        {t('another')}
      </Button>
    </div>
  );
}
