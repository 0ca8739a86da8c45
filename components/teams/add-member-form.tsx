'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { newMemberView, teamRoles } from '#board/api/teams.ts';
import type { NewMemberView } from '#board/api/teams.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

interface Props {
  teamId: string;
  onAdded: (member: NewMemberView) => void;
}

export function AddMemberForm({ teamId, onAdded }: Props) {
  const t = useTranslations('teams.add');
  const roleWord = useTranslations('words.role');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: `/teams/${teamId}/members`,
    view: newMemberView,
    body: (values) => ({
      email: text(values, 'email').trim(),
      name: optionalText(values, 'name'),
      role: text(values, 'role'),
    }),
    onDone: (member) => {
      onAdded(member);
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('email')} hint={t('emailHint')} error={form.errorOf('email')}>
        <TextInput name="email" type="email" autoComplete="off" />
      </Field>
      <Field label={t('name')} optional error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="off" />
      </Field>
      <Field label={t('role')} hint={t('roleHint')} error={form.errorOf('role')}>
        <Select name="role" defaultValue="member">
          {teamRoles.map((role) => (
            <option key={role} value={role}>
              {roleWord(role)}
            </option>
          ))}
        </Select>
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
