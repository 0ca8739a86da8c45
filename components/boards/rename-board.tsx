'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { boardView } from '#board/api/boards.ts';
import type { BoardView } from '#board/api/boards.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

interface Props {
  board: BoardView;
  open: boolean;
  onClose: () => void;
}

export function RenameBoard({ board, open, onClose }: Props) {
  const t = useTranslations('boards.rename');
  return (
    <Dialog size="sm" open={open} onOpenChange={(now) => !now && onClose()} title={t('title')}>
      <RenameForm board={board} onDone={onClose} />
    </Dialog>
  );
}

function RenameForm({ board, onDone }: { board: BoardView; onDone: () => void }) {
  const t = useTranslations('boards.rename');
  const router = useRouter();
  const form = useApiForm({
    method: 'PATCH',
    path: `/boards/${board.id}`,
    view: boardView,
    body: (values) => ({ title: text(values, 'title') }),
    onDone: () => {
      router.refresh();
      onDone();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('name')} error={form.errorOf('title')}>
        <TextInput
          name="title"
          autoComplete="off"
          defaultValue={board.title}
          maxLength={120}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
