import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';

interface Props {
  declined: NonNullable<TaskView['declined']>;
  owner: { readonly name: string };
}

/** Who did not take a promise on, why, and with whom it is meanwhile. [ACT-41] */
export function DeclinedLine({ declined: { by, reason }, owner }: Props) {
  const t = useTranslations('tasks.decline');
  return (
    <p className="flex gap-2 wrap-anywhere">
      <Undo2 aria-hidden className="mt-0.5 size-4 shrink-0 text-soft" />
      <span>
        {t('declined', { by: by.name, reason })}
        <span className="block text-soft">{t('nowWith', { owner: owner.name })}</span>
      </span>
    </p>
  );
}
