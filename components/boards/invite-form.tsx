'use client';

import { useTranslations } from 'next-intl';
import { newInviteView } from '#board/api/boards.ts';
import type { NewInviteView } from '#board/api/boards.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';

interface Props {
  boardId: string;
  onMade: (invite: NewInviteView) => void;
}

const lifetimes = ['day', 'week', 'month', 'always'] as const;
const days: Record<string, number> = { day: 1, week: 7, month: 31 };
const DAY = 24 * 3600_000; // ms

export function InviteForm({ boardId, onMade }: Props) {
  const t = useTranslations('boards.share');
  const access = useTranslations('words.access');
  const form = useApiForm({
    method: 'POST',
    path: `/boards/${boardId}/invites`,
    view: newInviteView,
    body: (values) => {
      const lifetime = days[text(values, 'lifetime')];
      return {
        access: text(values, 'access'),
        ...(lifetime && { expiresAt: new Date(Date.now() + lifetime * DAY).toISOString() }),
      };
    },
    onDone: onMade,
  });
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('access')} error={form.errorOf('access')}>
          <Select name="access" defaultValue="write">
            <option value="write">{access('write')}</option>
            <option value="view">{access('view')}</option>
          </Select>
        </Field>
        <Field label={t('lifetime')} error={form.errorOf('expiresAt')}>
          <Select name="lifetime" defaultValue="week">
            {lifetimes.map((lifetime) => (
              <option key={lifetime} value={lifetime}>
                {t(`lifetimes.${lifetime}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
