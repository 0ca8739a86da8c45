'use client';

import { useTranslations } from 'next-intl';
import { locales, meView } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';

/** Goes with the account, so that mails come in the same language. */
export function LanguageChoice({ locale }: { locale: Locale | null }) {
  const t = useTranslations('settings.language');
  const word = useTranslations('words');
  const { run } = useDeed();
  return (
    <div className="max-w-md">
      <Field label={t('label')}>
        <Select
          defaultValue={locale ?? ''}
          onChange={(event) => {
            const chosen = locales.find((one) => one === event.currentTarget.value) ?? null;
            void run({ method: 'PATCH', path: '/me', body: { locale: chosen }, view: meView });
          }}
        >
          <option value="">{word('followBrowser')}</option>
          {locales.map((one) => (
            <option key={one} value={one} lang={one}>
              {word(`locale.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
