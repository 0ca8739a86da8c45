import { boardView } from '#board/api/boards.ts';
import { welcomeView } from '#board/api/people.ts';
import { newMemberView } from '#board/api/teams.ts';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import type { AppProcess } from '../support/app-process.ts';
import { founder, setUpServer } from '../support/rest-client.ts';
import type { RestClient } from '../support/rest-client.ts';

/** Somebody with an account of their own: Yjs client ids belong to one person. */
export interface Person {
  readonly name: string;
  readonly token: string;
}

/** A fresh server's first board, and the people who may write on it. */
export interface Team {
  readonly rest: RestClient;
  readonly boardId: BoardId;
  readonly people: readonly Person[];
}

/** Sets a fresh server up: one board, and as many people as asked who may write on it. */
export async function settle(app: AppProcess, count: number): Promise<Team> {
  const { rest, token, teamId } = await setUpServer(app.url);
  const board = { title: 'Fault', template: 'pdca' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, board, boardView);
  const people: Person[] = [{ name: 'p0', token }];
  while (people.length < count) people.push(await join(rest, teamId, `p${people.length}`));
  return { rest, boardId: asBoardId(id), people };
}

async function join(rest: RestClient, teamId: string, name: string): Promise<Person> {
  const invited = { name, email: `${name}@example.org` };
  const { welcomeUrl } = await rest.post(`/teams/${teamId}/members`, invited, newMemberView);
  const secret = welcomeUrl?.split('/').at(-1);
  const { token } = await rest.post(
    '/welcome',
    { secret, name, password: founder.password },
    welcomeView,
  );
  return { name, token };
}
