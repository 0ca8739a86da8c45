'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { mailKinds, preferencesView } from '#board/api/preferences.ts';
import type { MailKind, PreferencesView } from '#board/api/preferences.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { CheckBox } from '#components/ui/check-box.tsx';

/** Which mails somebody wants: each is kept at once. */
export function MailChoice({ preferences }: { preferences: PreferencesView }) {
  const t = useTranslations('settings.mails');
  const { run } = useDeed();
  const [shown, setShown] = useState(preferences);

  async function choose(kind: MailKind, wanted: boolean) {
    setShown((now) => ({ ...now, [kind]: wanted }));
    const body = { [kind]: wanted };
    const path = '/me/preferences';
    const kept = await run({
      ...{ method: 'PATCH' as const, path, body },
      view: preferencesView,
      said: t('saved'),
    });
    setShown((now) => ({ ...now, [kind]: kept ? kept[kind] : !wanted }));
  }

  return (
    <div className="flex max-w-md flex-col gap-2">
      {mailKinds.map((kind) => (
        <CheckBox
          key={kind}
          label={t(kind)}
          hint={t(`${kind}Hint`)}
          checked={shown[kind]}
          onChange={(wanted) => void choose(kind, wanted)}
        />
      ))}
    </div>
  );
}
