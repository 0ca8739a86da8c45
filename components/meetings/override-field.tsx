import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CheckBox } from '#components/ui/check-box.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

/** Closing with something undecided is possible, and says why. [MEET-10] */
export function OverrideField({ count, error }: { count: number; error: string | undefined }) {
  const t = useTranslations('meetings.close');
  const [wanted, setWanted] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <CheckBox
        label={t('override', { count })}
        hint={t('overrideHint')}
        checked={wanted}
        onChange={setWanted}
      />
      {wanted && (
        <Field label={t('why')} error={error}>
          <TextArea name="override" rows={2} maxLength={500} />
        </Field>
      )}
    </div>
  );
}
