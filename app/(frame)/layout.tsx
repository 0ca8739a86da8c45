import type { ReactNode } from 'react';
import { AppHeader } from '#components/frame/app-header.tsx';
import { readMe } from '#server/accounts/read-me.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listTeams } from '#server/teams/list-teams.ts';

export default async function FrameLayout({ children }: { children: ReactNode }) {
  const actor = await whoAsks();
  const house = theHouse();
  const signedIn = actor.kind === 'user';
  return (
    <>
      <AppHeader
        me={signedIn ? await readMe(house, actor) : null}
        teams={signedIn ? await listTeams(house, actor) : []}
      />
      <main id="content" className="mx-auto max-w-6xl px-6 pt-8 pb-16 max-sm:px-4 max-sm:pt-6">
        {children}
      </main>
    </>
  );
}
