'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { helpView } from '#board/api/help.ts';
import type { HelpView } from '#board/api/help.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

interface Props {
  help: HelpView;
  to: 'day' | 'withdrawn';
  today: string;
  onClose: () => void;
}

/** Another day for help that I promised, or none of it after all, with the reason. */
export function ChangeHelp(props: Props) {
  const t = useTranslations('help');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t(props.to === 'day' ? 'otherDay' : 'notToBe')}
      description={props.help.text}
    >
      <ChangeHelpForm {...props} />
    </Dialog>
  );
}

function ChangeHelpForm({ help: { id, revision, due }, to, today, onClose }: Props) {
  const t = useTranslations('help');
  const router = useRouter();
  const form = useApiForm({
    ...{ method: 'PATCH', path: `/help/${id}`, view: helpView },
    body: (values) => ({
      revision,
      reason: text(values, 'reason'),
      ...(to === 'day' ? { due: optionalText(values, 'due') } : { state: 'withdrawn' }),
    }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      {to === 'day' && (
        <DayField
          name="due"
          label={t('newDay')}
          today={today}
          value={due < today ? null : due}
          error={form.errorOf('due')}
        />
      )}
      <Field label={t('why')} error={form.errorOf('reason')}>
        <TextArea name="reason" rows={2} maxLength={500} />
      </Field>
      <FormFoot form={form} keep={{ words: t('keep'), onPress: onClose }}>
        {t(to === 'day' ? 'submitDay' : 'submitNot')}
      </FormFoot>
    </form>
  );
}
