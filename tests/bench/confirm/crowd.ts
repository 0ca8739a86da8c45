import { actionView, boardView } from '#board/api/boards.ts';
import { welcomeView } from '#board/api/people.ts';
import { newMemberView } from '#board/api/teams.ts';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { founder, setUpServer } from '#tests/support/rest-client.ts';
import type { RestClient } from '#tests/support/rest-client.ts';

export const PEOPLE = 20;
export const BOARDS = 20;
/** Proposals on each board. */
export const PROPOSALS = 50;

/** A team of twenty, its boards, and what is proposed on each. */
export interface Crowd {
  readonly teamId: string;
  readonly people: readonly RestClient[];
  readonly boards: readonly BoardId[];
}

export async function gather(url: string): Promise<Crowd> {
  const { rest, teamId } = await setUpServer(url);
  const people = [rest];
  while (people.length < PEOPLE) people.push(await join(rest, teamId, `p${people.length}`));
  const boards: BoardId[] = [];
  for (const [at, person] of people.slice(0, BOARDS).entries()) {
    const board = { title: `Werkoverleg ${at}`, template: 'action' };
    const { id } = await person.post(`/teams/${teamId}/boards`, board, boardView);
    boards.push(asBoardId(id));
  }
  return { teamId, people, boards };
}

async function join(rest: RestClient, teamId: string, name: string): Promise<RestClient> {
  const invited = { name, email: `${name}@example.org` };
  const { welcomeUrl } = await rest.post(`/teams/${teamId}/members`, invited, newMemberView);
  const secret = welcomeUrl?.split('/').at(-1);
  const welcome = { secret, name, password: founder.password };
  const { token } = await rest.post('/welcome', welcome, welcomeView);
  return rest.as(token);
}

/** Everybody proposes on a board of their own, all at once; the ids, for each board. */
export function propose({ people, boards }: Crowd): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    boards.map(async (boardId, at) => {
      const ids: string[] = [];
      while (ids.length < PROPOSALS) {
        const proposal = { ...promised(), title: `Actie ${ids.length} van bord ${at}` };
        const person = people[at % PEOPLE] as RestClient;
        const made = await person.post(`/boards/${boardId}/actions`, proposal, actionView);
        ids.push(made.actionId);
      }
      return ids;
    }),
  );
}

function promised(): object {
  const effect = { observation: 'Niemand belt meer na', checkOn: daysFromNow(60) };
  return { owner: 'me', due: daysFromNow(30), effect };
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
