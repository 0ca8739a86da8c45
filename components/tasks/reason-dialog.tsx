'use client';

import { useRouter } from 'next/navigation';
import { taskView } from '#board/api/tasks.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

/** The question that a dialog asks, and what its two answers are called. */
export interface ReasonWords {
  readonly title: string;
  /** What becomes of it. */
  readonly intro?: string;
  readonly why: string;
  readonly whyHint: string;
  readonly keep: string;
  readonly submit: string;
}

interface Props {
  /** What it is about, in people's words. */
  about: string;
  words: ReasonWords;
  method: 'POST' | 'PATCH';
  path: string;
  /** What is asked besides the reason. */
  body: Readonly<Record<string, unknown>>;
  onClose: () => void;
}

/** A step that nobody takes without saying why; the reason stays typed when the server says no. */
export function ReasonDialog(props: Props) {
  const { about, words, onClose } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={about}
    >
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm({ words, method, path, body, onClose }: Props) {
  const router = useRouter();
  const form = useApiForm({
    ...{ method, path, view: taskView },
    body: (values) => ({ ...body, reason: text(values, 'reason') }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      {words.intro && <p>{words.intro}</p>}
      <Field label={words.why} hint={words.whyHint} error={form.errorOf('reason')}>
        <TextArea name="reason" rows={2} maxLength={500} />
      </Field>
      <FormFoot form={form} keep={{ words: words.keep, onPress: onClose }}>
        {words.submit}
      </FormFoot>
    </form>
  );
}
