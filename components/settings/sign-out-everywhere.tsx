'use client';

import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';

export function SignOutEverywhere() {
  const t = useTranslations('settings.sessions');
  const { busy, run } = useDeed();

  async function end() {
    const done = await run({ method: 'DELETE', path: '/sessions', view: z.null() });
    if (done !== undefined) await signOut({ callbackUrl: '/sign-in' });
  }

  return (
    <Button busy={busy} onClick={() => void end()} className="self-start">
      {t('submit')}
    </Button>
  );
}
