import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { day } from '#board/calendar.ts';
import { useFieldWords } from '#components/forms/problem-words.ts';
import { optionalText, text } from '#components/forms/form-values.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { BulkStep } from './bulk-steps.ts';

interface Props {
  count: number;
  onDay: (step: BulkStep) => Promise<void>;
  onClose: () => void;
}

/** Another day for several promises at once. [ACT-45] */
export function BulkDay({ count, onDay, onClose }: Props) {
  const t = useTranslations('tasks.bulk');
  const edit = useTranslations('tasks.edit');
  const fieldWords = useFieldWords();
  const [missing, setMissing] = useState(false);
  const error = { field: 'due', code: 'missing', message: 'is no day' };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('dayTitle', { count })}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const values = new FormData(event.currentTarget);
          const due = day.safeParse(text(values, 'due')).data;
          if (due === undefined) return setMissing(true);
          void onDay({ is: 'day', due, reason: optionalText(values, 'reason') });
        }}
      >
        <DayField
          name="due"
          label={edit('when')}
          error={missing ? fieldWords(error) : undefined}
          value={null}
          offer={['friday', 'week', 'fortnight']}
          onDay={() => setMissing(false)}
        />
        <Field label={edit('reason')} hint={edit('reasonHint')} optional>
          <TextInput name="reason" autoComplete="off" maxLength={500} />
        </Field>
        <Button type="submit" variant="primary" className="self-end max-sm:self-stretch">
          {t('day')}
        </Button>
      </form>
    </Dialog>
  );
}
