'use client';

import { Reply } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { reviewView } from '#board/api/reviews.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

interface Props {
  reviewId: string;
  /** Whose words it answers. */
  to: string;
}

/** Something is said back to an answer; the field comes when it is asked for. [REV-5] */
export function ReplyForm({ reviewId, to }: Props) {
  const t = useTranslations('history.reply');
  const [open, setOpen] = useState(false);
  if (open) return <OpenForm {...{ reviewId, to }} onClose={() => setOpen(false)} />;
  return (
    <Button
      size="sm"
      variant="quiet"
      className="-ml-2 self-start"
      icon={<Reply aria-hidden className="size-4" />}
      onClick={() => setOpen(true)}
    >
      {t('open')}
    </Button>
  );
}

function OpenForm({ reviewId, to, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('history.reply');
  const router = useRouter();
  const form = useApiForm({
    ...{ method: 'POST', path: `/reviews/${reviewId}/replies`, view: reviewView },
    body: (values) => ({ text: text(values, 'text') }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  const { ref } = form.props;
  useEffect(() => ref.current?.querySelector('textarea')?.focus(), [ref]);
  return (
    <form {...form.props} className="flex flex-col gap-2">
      <Field label={t('label', { name: to })} error={form.errorOf('text')}>
        <TextArea name="text" rows={2} maxLength={2000} />
      </Field>
      <FormProblem form={form} />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button size="sm" type="submit" variant="primary" busy={form.busy}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
