import { redirect } from 'next/navigation';
import { GuestHome } from '#components/home/guest-home.tsx';
import { Home } from '#components/home/home.tsx';
import { isSetUp } from '#server/accounts/is-set-up.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { theHouse } from '#server/house.ts';
import { listShownTasks } from '#server/tasks/list-shown-tasks.ts';
import { listTeams } from '#server/teams/list-teams.ts';
import { today } from '../today.ts';

export default async function HomePage() {
  const actor = await whoAsks();
  const house = theHouse();
  if (actor.kind === 'guest') return <GuestHome name={actor.name} />;
  if (actor.kind === 'nobody') redirect((await isSetUp(house)) ? '/sign-in' : '/setup');
  const teams = await listTeams(house, actor);
  const withBoards = await Promise.all(
    teams.map(async (team) => ({
      team,
      boards: team.role ? await listBoards(house, actor, { teamId: team.id }) : [],
    })),
  );
  const tasks = await listShownTasks(house, actor, { owner: 'me' });
  return <Home admin={actor.admin} teams={withBoards} tasks={tasks} today={await today()} />;
}
