import { useMemo, useState } from 'react';
import { useTldrawUser } from 'tldraw';
import type { TLUser, TLUserPreferences } from 'tldraw';
import type { Locale } from '#board/api/people.ts';
import { useShownTheme } from '#components/theme/use-theme.ts';
import type { Person } from './canvas-world.tsx';

/** This person as tldraw knows them: the page decides name, language and theme, they the rest. */
export function useBoardUser(person: Person, locale: Locale): TLUser {
  const theme = useShownTheme();
  const [own, setOwn] = useState<Partial<TLUserPreferences>>({});
  const userPreferences = useMemo<TLUserPreferences>(
    () => ({
      ...own,
      id: person.id,
      name: person.name,
      color: person.color,
      locale,
      colorScheme: theme,
    }),
    [own, person, locale, theme],
  );
  return useTldrawUser({ userPreferences, setUserPreferences: setOwn });
}
