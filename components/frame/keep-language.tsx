'use client';

import { useLocale } from 'next-intl';
import { useEffect } from 'react';
import { preferencesView } from '#board/api/preferences.ts';
import { callApi } from '#components/api/call-api.ts';

interface Props {
  /** The language that the account knows of a browser; undefined where none is to be told. */
  account: string | null | undefined;
}

/** Tells the account in which language pages are shown, so that mails come in it while none was chosen. [MAIL-10] */
export function KeepLanguage({ account }: Props) {
  const browserLocale = useLocale();
  useEffect(() => {
    if (account === undefined || account === browserLocale) return;
    const path = '/me/preferences';
    // Without an answer the next page tells it again.
    void callApi({ method: 'PATCH', path, body: { browserLocale }, view: preferencesView });
  }, [account, browserLocale]);
  return null;
}
