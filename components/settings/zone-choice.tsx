'use client';

import { useTranslations } from 'next-intl';
import { preferencesView } from '#board/api/preferences.ts';
import type { PreferencesView } from '#board/api/preferences.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';

interface Props {
  preferences: PreferencesView;
  /** By name. */
  zones: readonly string[];
}

/** Where somebody's days begin and end; as the browser says, unless they choose. */
export function ZoneChoice({ preferences, zones }: Props) {
  const t = useTranslations('settings.mails');
  const { run } = useDeed();
  const { timeZone, browserZone } = preferences;
  // A zone may go by another name in the browser that it was chosen in.
  const shown = timeZone === null || zones.includes(timeZone) ? zones : [timeZone, ...zones];
  return (
    <div className="max-w-md">
      <Field label={t('zone')} hint={t('zoneHint')}>
        <Select
          defaultValue={timeZone ?? ''}
          onChange={(event) => {
            const body = { timeZone: event.currentTarget.value || null };
            const path = '/me/preferences';
            void run({ method: 'PATCH', path, body, view: preferencesView, said: t('saved') });
          }}
        >
          <option value="">
            {browserZone ? t('followBrowser', { zone: zoneName(browserZone) }) : t('followUnknown')}
          </option>
          {shown.map((zone) => (
            <option key={zone} value={zone}>
              {zoneName(zone)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}
