'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { helpRequestView } from '#board/api/help.ts';
import type { HelpRequestView } from '#board/api/help.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

type Answer = 'help' | 'not_now';

/** What was asked of me is answered by a day, or by why not now. [REV-7] */
export function AnswerRequest({ request, today }: { request: HelpRequestView; today: string }) {
  const t = useTranslations('help');
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={() => setAnswer('help')}>
        {t('iHelp')}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => setAnswer('not_now')}>
        {t('notNow')}
      </Button>
      <Dialog
        open={answer !== null}
        onOpenChange={(open) => !open && setAnswer(null)}
        title={t(answer === 'not_now' ? 'notNow' : 'iHelp')}
        description={request.text}
      >
        {answer && <AnswerForm {...{ request, today, answer }} onClose={() => setAnswer(null)} />}
      </Dialog>
    </div>
  );
}

interface FormProps {
  request: HelpRequestView;
  today: string;
  answer: Answer;
  onClose: () => void;
}

function AnswerForm({ request, today, answer, onClose }: FormProps) {
  const t = useTranslations('help');
  const router = useRouter();
  const form = useApiForm({
    ...{ method: 'POST', path: `/help-requests/${request.id}/answer`, view: helpRequestView },
    body: (values) => ({
      answer,
      text: text(values, 'text'),
      ...(answer === 'help' ? { due: optionalText(values, 'due') } : {}),
    }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t(answer === 'help' ? 'what' : 'whyNotNow')} error={form.errorOf('text')}>
        <TextArea name="text" rows={3} maxLength={2000} />
      </Field>
      {answer === 'help' && (
        <DayField
          name="due"
          label={t('byWhen')}
          today={today}
          value={null}
          error={form.errorOf('due')}
        />
      )}
      <FormFoot form={form} keep={{ words: t('later'), onPress: onClose }}>
        {t(answer === 'help' ? 'promise' : 'answer')}
      </FormFoot>
    </form>
  );
}
