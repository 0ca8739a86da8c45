'use client';

import { useTranslations } from 'next-intl';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';

interface Props {
  /** Null while there is none to show. */
  secret: string | null;
  onClose: () => void;
}

/** The secret is in this answer and never again, so it is here to take along. */
export function RenewedSecret({ secret, onClose }: Props) {
  const t = useTranslations('webhooks.secret');
  return (
    <Dialog
      size="sm"
      open={secret !== null}
      onOpenChange={onClose}
      title={t('renewedTitle')}
      description={t('renewedText')}
    >
      <Field label={t('label')} hint={t('hint')}>
        <CopyField value={secret ?? ''} />
      </Field>
    </Dialog>
  );
}
