'use client';

import { useTranslations } from 'next-intl';
import { signIn } from 'next-auth/react';
import { useEffect, useRef, useState } from 'react';
import { text } from '#components/forms/form-values.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

interface Props {
  goTo: string;
  singleSignOn: boolean;
  /** The sign-in service sent the person back without a yes. */
  failed: boolean;
}

type Wrong = 'password' | 'unreachable' | 'service';

export function SignInForm({ goTo, singleSignOn, failed }: Props) {
  const t = useTranslations('accounts.signIn');
  const password = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(failed ? 'service' : null);

  useEffect(() => {
    if (wrong === 'password') password.current?.select();
  }, [wrong]);

  async function submit(form: FormData) {
    setBusy(true);
    setWrong(null);
    const credentials = { email: text(form, 'email'), password: text(form, 'password') };
    const answer = await signIn('credentials', { ...credentials, redirect: false }).catch(
      () => null,
    );
    // A whole new page: everything on it must be asked for again as the person who is now signed in.
    if (answer?.ok) return location.assign(goTo);
    setWrong(answer ? 'password' : 'unreachable');
    setBusy(false);
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(new FormData(event.currentTarget));
      }}
    >
      <h1 className="text-20 font-semibold">{t('title')}</h1>
      <Field label={t('email')}>
        <TextInput name="email" type="email" autoComplete="username" inputMode="email" required />
      </Field>
      <Field label={t('password')} error={wrong ? t(`wrong.${wrong}`) : undefined}>
        <TextInput
          ref={password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('submit')}
      </Button>
      {singleSignOn && (
        <Button onClick={() => void signIn('oidc', { callbackUrl: goTo })}>
          {t('singleSignOn')}
        </Button>
      )}
      <p className="text-12 text-soft">{t('noAccount')}</p>
    </form>
  );
}
