'use client';

import { Mail, MailX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { mailKinds, unsubscribedView } from '#board/api/preferences.ts';
import type { UnsubscribedView } from '#board/api/preferences.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';

interface Props {
  token: string;
  /** How things stand. */
  now: UnsubscribedView;
}

/** Ends the mails that a link is about by one press, and says what still comes. [MAIL-6] */
export function UnsubscribeForm({ token, now }: Props) {
  const t = useTranslations('unsubscribe');
  const { busy, run } = useDeed();
  const [shown, setShown] = useState(now);
  const { kind } = shown;

  async function stop() {
    const path = '/unsubscribe';
    const stopped = await run({ method: 'POST', path, body: { token }, view: unsubscribedView });
    if (stopped) setShown(stopped);
  }

  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-20 font-semibold" role="status">
        {t(shown[kind] ? `ask.${kind}` : `stopped.${kind}`)}
      </h1>
      {shown[kind] && (
        <Button variant="primary" busy={busy} onClick={() => void stop()}>
          {t('stop')}
        </Button>
      )}
      <section aria-labelledby="what-comes" className="flex flex-col gap-2">
        <h2 id="what-comes" className="font-medium">
          {t('title')}
        </h2>
        <ul className="flex flex-col gap-2">
          {mailKinds.map((one) => (
            <li key={one} className="flex items-start gap-2">
              {shown[one] ? (
                <Mail aria-hidden className="mt-0.5 size-4 shrink-0 text-soft" />
              ) : (
                <MailX aria-hidden className="mt-0.5 size-4 shrink-0 text-soft" />
              )}
              <span>
                {t(`kind.${one}`)}{' '}
                <span className="text-soft">({t(shown[one] ? 'on' : 'off')})</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p className="text-soft">{t('safe')}</p>
      <Link href="/settings" className="self-start text-accent hover:underline">
        {t('settings')}
      </Link>
    </div>
  );
}
