'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  task: { readonly id: string; readonly title: string; readonly revision: number };
  onClose: () => void;
}

/** Letting go of a promise: nobody does that without saying why. [ACT-20] */
export function DropTask({ task: { id, title, revision }, onClose }: Props) {
  const t = useTranslations('tasks.drop');
  return (
    <ReasonDialog
      about={title}
      words={{
        ...{ title: t('title'), why: t('why'), whyHint: t('whyHint') },
        ...{ keep: t('keep'), submit: t('submit') },
      }}
      method="PATCH"
      path={`/tasks/${id}`}
      body={{ state: 'dropped', revision }}
      onClose={onClose}
    />
  );
}
