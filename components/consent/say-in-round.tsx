import { useTranslations } from 'next-intl';
import { optionalText, text } from '#components/forms/form-values.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

interface Props {
  label: string;
  /** What stands there at first. */
  start?: string;
  /** A second question, where there is one. */
  also?: string | undefined;
  submit: string;
  busy: boolean;
  onSay: (said: string, also: string | undefined) => Promise<void>;
  onCancel?: () => void;
}

/** One thing said in a round of consent, in words of one's own; it stays when the server says no. */
export function SayInRound({ label, start = '', also, submit, busy, onSay, onCancel }: Props) {
  const t = useTranslations('consent');
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const values = new FormData(event.currentTarget);
        void onSay(text(values, 'said'), optionalText(values, 'also'));
      }}
    >
      <Field label={label}>
        <TextArea name="said" rows={2} maxLength={500} defaultValue={start} />
      </Field>
      {also && (
        <Field label={also}>
          <TextArea name="also" rows={2} maxLength={500} />
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" busy={busy}>
          {submit}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
