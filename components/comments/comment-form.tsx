'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { commentView, MAX_COMMENT } from '#board/api/comments.ts';
import type { CommentView } from '#board/api/comments.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { MentionArea } from './mention-area.tsx';
import { toIds, toNames } from './mention-text.ts';

interface Props {
  taskId: string;
  people: readonly { readonly id: string; readonly name: string }[];
  /** One's own comment that is to be said in other words; left out for a new one. */
  comment?: CommentView;
  onClose?: () => void;
}

export function CommentForm({ taskId, people, comment, onClose }: Props) {
  const t = useTranslations('comments');
  const router = useRouter();
  const [value, setValue] = useState(
    comment ? toNames(comment.text, comment.mentions, t('somebody')) : '',
  );
  const [chosen, setChosen] = useState(comment?.mentions ?? []);
  const form = useApiForm({
    method: comment ? 'PATCH' : 'POST',
    path: comment ? `/comments/${comment.id}` : `/tasks/${taskId}/comments`,
    view: commentView,
    body: () => ({ text: toIds(value, chosen, people) }),
    onDone: () => {
      setValue('');
      setChosen([]);
      onClose?.();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-2">
      <Field label={t('label')} hint={t('hint')} error={form.errorOf('text')}>
        <MentionArea
          people={people}
          value={value}
          onChange={setValue}
          onChoose={(person) => setChosen((now) => [person, ...now])}
          maxLength={MAX_COMMENT}
        />
      </Field>
      <FormProblem form={form} />
      <div className="flex justify-end gap-2">
        {onClose && (
          <Button size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
        )}
        <Button
          type="submit"
          size="sm"
          variant={comment ? 'primary' : 'secondary'}
          busy={form.busy}
        >
          {t(comment ? 'save' : 'submit')}
        </Button>
      </div>
    </form>
  );
}
