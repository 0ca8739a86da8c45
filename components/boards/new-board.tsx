'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { boardView, templates } from '#board/api/boards.ts';
import type { Template } from '#board/api/boards.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { TemplateChoice } from './template-choice.tsx';

export function NewBoard({ teamId }: { teamId: string }) {
  const t = useTranslations('boards.new');
  const [open, setOpen] = useState(false);
  const formId = useId();
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />}>
          {t('open')}
        </Button>
      }
    >
      <NewBoardForm id={formId} teamId={teamId} />
    </Dialog>
  );
}

function NewBoardForm({ id, teamId }: { id: string; teamId: string }) {
  const t = useTranslations('boards.new');
  const [template, setTemplate] = useState<Template>(templates[0]);
  const form = useApiForm({
    method: 'POST',
    path: `/teams/${teamId}/boards`,
    view: boardView,
    body: (values) => ({ title: text(values, 'title'), template }),
    onDone: (board) => location.assign(`/boards/${board.id}`),
  });
  return (
    <form {...form.props} id={id} className="flex flex-col gap-5">
      <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('title')}>
        <TextInput name="title" autoComplete="off" maxLength={120} />
      </Field>
      <TemplateChoice value={template} onChange={setTemplate} />
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
