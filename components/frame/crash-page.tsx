'use client';

import { Button } from '#components/ui/button.tsx';
import en from '#messages/en.json';
import nl from '#messages/nl.json';
import { LOCALE_COOKIE, readCookie } from './cookies.ts';
import { PlainMessage } from './plain-message.tsx';

/** Finds its own words: nothing is mounted around it. */
export default function CrashPage({ onRetry }: { onRetry: () => void }) {
  const dutch = (readCookie(LOCALE_COOKIE) ?? navigator.language).startsWith('nl');
  const words = (dutch ? nl : en).app.crashed;
  return (
    <PlainMessage
      title={words.title}
      text={words.text}
      action={
        <Button variant="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    />
  );
}
