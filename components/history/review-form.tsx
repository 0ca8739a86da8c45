'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import type { CardWords } from '#board/api/help.ts';
import { reviewKinds, reviewView } from '#board/api/reviews.ts';
import type { ReviewView } from '#board/api/reviews.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

interface Props {
  snapshotId: string;
  today: string;
  /** What can be spoken of by itself. */
  cards: readonly CardWords[];
}

/** A review answers: thanks, a question, or help with a date. There is no fourth. */
export function ReviewForm({ snapshotId, today, cards }: Props) {
  const t = useTranslations('history.review');
  const kindWord = useTranslations('words.review');
  const router = useRouter();
  const [kind, setKind] = useState<ReviewView['kind']>('thanks');
  const [sent, setSent] = useState(0);
  const form = useApiForm({
    method: 'POST',
    path: `/snapshots/${snapshotId}/reviews`,
    view: reviewView,
    body: (values) => ({
      kind,
      text: text(values, 'text'),
      by: kind === 'help' ? optionalText(values, 'by') : undefined,
      card: optionalText(values, 'card'),
    }),
    onDone: () => {
      form.reset();
      setSent((count) => count + 1);
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <ToggleGroup.Root
        type="single"
        aria-label={t('kind')}
        value={kind}
        // Pressing the chosen one again does not unchoose it.
        onValueChange={(value) => setKind(reviewKinds.find((one) => one === value) ?? kind)}
        className="inline-flex flex-wrap gap-1 self-start rounded-card bg-sunken p-1"
      >
        {reviewKinds.map((option) => (
          <ToggleGroup.Item
            key={option}
            value={option}
            className="min-h-8 rounded-chip px-3 text-soft data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-paper pointer-coarse:min-h-11"
          >
            {kindWord(option)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      {cards.length > 0 && (
        <Field label={t('about')} error={form.errorOf('card')}>
          <Select name="card" defaultValue="">
            <option value="">{t('whole')}</option>
            {cards.map(({ id, text: words }) => (
              <option key={id} value={id}>
                {words.slice(0, 80)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t(`ask.${kind}`)} error={form.errorOf('text')}>
        <TextArea name="text" maxLength={2000} />
      </Field>
      {kind === 'help' && (
        <DayField
          key={sent}
          today={today}
          name="by"
          label={t('by')}
          error={form.errorOf('by')}
          value={null}
        />
      )}
      <FormProblem form={form} />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-start max-sm:self-stretch"
      >
        {t(`submit.${kind}`)}
      </Button>
    </form>
  );
}
