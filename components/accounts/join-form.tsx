'use client';

import { Eye, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { joinView } from '#board/api/boards.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { keepName, useKeptName } from './kept-name.ts';

interface Props {
  secret: string;
  board: string;
  team: string;
  access: 'view' | 'write';
  /** Whom the browser was before: somebody with an account, or a guest. */
  known: { kind: 'user' | 'guest'; id: string; name: string } | null;
}

// Outside the component, so that it runs when the field appears and never again.
const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

export function JoinForm({ secret, board, team, access, known }: Props) {
  const t = useTranslations('accounts.join');
  const kept = useKeptName();
  const account = known?.kind === 'user' ? known : null;
  const form = useApiForm({
    method: 'POST',
    path: '/join',
    view: joinView,
    body: (values) => ({ secret, name: account?.name ?? text(values, 'name') }),
    onDone: ({ boardId }, values) => {
      if (!account) keepName(text(values, 'name'));
      location.assign(`/boards/${boardId}`);
    },
  });
  const Icon = access === 'write' ? Pencil : Eye;
  const guestName = known?.name ?? kept;
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <div className="flex flex-col items-start gap-2">
        <p className="text-soft">{t('invited', { team })}</p>
        <h1 className="text-28 font-semibold text-balance">{board}</h1>
        <Badge tone={access === 'write' ? 'accent' : 'neutral'} icon={<Icon />}>
          {t(`access.${access}`)}
        </Badge>
      </div>
      {account ? (
        <p className="flex items-center gap-3">
          <Avatar person={account} named={false} />
          {t('asYourself', { name: account.name })}
        </p>
      ) : (
        <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('name')}>
          {/* The kept name is known only in the browser: a new key takes it over once it is. */}
          <TextInput
            key={guestName}
            ref={focusAtOnce}
            name="name"
            autoComplete="name"

            defaultValue={guestName}
            maxLength={80}
          />
        </Field>
      )}
      <FormProblem form={form} />
      <Button type="submit" variant="primary" busy={form.busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
