import { createTranslator } from 'use-intl/core';
import type { Locale } from '#board/api/people.ts';
import en from '#messages/en.json';
import nl from '#messages/nl.json';

const messages = { en, nl };

/** Says a text of `messages/` outside a page: in a mail, an export, a new document. */
export function words(
  locale: Locale,
): (key: string, values?: Record<string, string | number>) => string {
  const translate = createTranslator({
    locale,
    messages: messages[locale] as unknown as Record<string, never>,
  });
  return (key, values) => translate(key as never, values as never);
}

/** A whole branch of the messages, for content with a structure of its own. */
export function wordsUnder(locale: Locale, branch: string): unknown {
  return (messages[locale] as Record<string, unknown>)[branch];
}
