'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  task: { readonly id: string; readonly title: string; readonly revision: number };
  /** Whoever gets it back. */
  giver: string;
  onClose: () => void;
}

/** Not taking on what somebody else promised in my name: I say why, and it goes back to them. [ACT-40] */
export function DeclineTask({ task: { id, title, revision }, giver, onClose }: Props) {
  const t = useTranslations('tasks.decline');
  return (
    <ReasonDialog
      about={title}
      words={{
        ...{ title: t('title'), intro: t('back', { name: giver }) },
        ...{ why: t('why'), whyHint: t('whyHint'), keep: t('keep'), submit: t('submit') },
      }}
      method="POST"
      path={`/tasks/${id}/decline`}
      body={{ revision }}
      onClose={onClose}
    />
  );
}
