import { describe, expect, it } from 'vitest';
import { answerRequest } from '#server/api/answer-request.ts';
import type { House } from '#server/house.ts';
import { NotSaving } from '#server/sync/room-errors.ts';
import { callApi, problemOf } from '#tests/support/api.ts';
import { newBoard, newInvite } from '#tests/support/builders.ts';
import { sessionCookie } from '#tests/support/session.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('the REST interface', () => {
  const world = useSettledHouse();

  it('says nothing of what failed inside, and logs it [API-1]', async () => {
    const { house, people } = world;
    const reason = new Error('connect ECONNREFUSED /var/lib/secret: select * from "user"');
    const broken: House = {
      ...house,
      db: new Proxy(house.db, {
        get: (db, name) => {
          if (name === 'team') throw reason;
          return Reflect.get(db, name) as unknown;
        },
      }),
    };
    const answer = await callApi(broken, people.member, { method: 'GET', path: '/teams?x=secret' });
    expect(problemOf(answer)).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status: 500,
      code: 'not-saving',
    });
    const said = JSON.stringify([answer.body, ...answer.headers]);
    for (const inside of ['secret', 'select', 'ECONNREFUSED', 'Error', 'node_modules'])
      expect(said).not.toContain(inside);
    const logged = house.takeLogged();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      level: 50,
      msg: 'request failed',
      method: 'GET',
      path: '/api/v1/teams',
      err: { message: reason.message },
    });
    expect(JSON.stringify(logged)).not.toContain(people.member.token);
  });

  it('says 503 while nothing can be saved', async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    const failing: House = {
      ...house,
      documents: {
        read: () => Promise.reject(new NotSaving()),
        firstLook: () => Promise.reject(new NotSaving()),
        standing: () => Promise.reject(new NotSaving()),
        change: () => Promise.reject(new NotSaving()),
        peopleOn: () => Promise.resolve([]),
        refresh: () => Promise.resolve(),
        recheck: () => Promise.resolve(),
      },
    };
    const body = { canvas: 'pdca', text: 'Komt dit aan?' };
    const call = { method: 'POST', path: `/boards/${board.id}/notes`, body };
    const answer = await callApi(failing, people.member, call);
    expect(problemOf(answer)).toMatchObject({ status: 503, code: 'not-saving' });
  });

  it('refuses a write from a page of another site [API-2]', async () => {
    const { house, people } = world;
    const cookie = await sessionCookie(house, people.manager.actor.id);
    const write = { method: 'POST', path: '/teams', body: { name: 'Van elders' } };
    for (const origin of [
      'null',
      'https://evil.example',
      'http://board.test.evil.example',
      'https://board.test',
      'http://board.test:81',
      'http://BOARD.TEST',
      '',
    ]) {
      const answer = await callApi(house, { cookie }, { ...write, headers: { origin } });
      expect(problemOf(answer)).toMatchObject({ status: 403, code: 'no-right' });
    }
    for (const [method, path] of [
      ['DELETE', '/sessions'],
      ['PATCH', '/me'],
    ] as const) {
      const headers = { origin: 'https://evil.example' };
      expect(problemOf(await callApi(house, { cookie }, { method, path, headers })).status).toBe(
        403,
      );
    }
    expect(await house.db.team.count({ where: { name: 'Van elders' } })).toBe(0);
  });

  it('takes a write from our own pages, from a program, and with a token from anywhere [API-2]', async () => {
    const { house, people } = world;
    const cookie = await sessionCookie(house, people.manager.actor.id);
    const write = { method: 'POST', path: '/teams', body: { name: 'Van hier' } };
    const answers = [
      await callApi(house, { cookie }, { ...write, headers: { origin: 'http://board.test' } }),
      await callApi(house, { cookie }, write),
      await callApi(house, people.manager, {
        ...write,
        headers: { origin: 'https://tools.example' },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('takes a token that does not hold for nobody, whatever cookie came along [ACCESS-2]', async () => {
    const { house, people } = world;
    const cookie = await sessionCookie(house, people.manager.actor.id);
    const headers = { authorization: 'Bearer vb_wrong' };
    const answer = await callApi(house, { cookie }, { method: 'GET', path: '/me', headers });
    expect(problemOf(answer)).toMatchObject({ status: 401, code: 'sign-in' });
  });

  it('knows its addresses and methods', async () => {
    const { house, people } = world;
    const ask = (method: string, path: string) => callApi(house, people.member, { method, path });
    for (const path of [
      '',
      '/',
      '/nothing',
      '/teams/',
      '/teams/a/b/c',
      '/teamsx',
      '/teams/%E0%A4%A',
      '/teams/%00',
    ])
      expect(problemOf(await ask('GET', path)).status).toBe(404);
    const put = await ask('PUT', '/teams');
    expect(problemOf(put).status).toBe(405);
    expect(put.headers.get('allow')).toBe('GET, POST');
    expect(problemOf(await ask('DELETE', '/teams')).status).toBe(405);
  });

  it('keeps a guest by a cookie that scripts cannot read', async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    const { secret } = await newInvite(house, people.member.actor, board.id);
    const body = { secret, name: 'Gerrit' };
    const joined = await callApi(house, null, { method: 'POST', path: '/join', body });
    expect(joined).toMatchObject({ status: 201, body: { boardId: board.id, access: 'write' } });
    const set = joined.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^vb-guest=[\w-]{32}; .*HttpOnly/);
    expect(set).toContain('SameSite=Lax');
    const cookie = set.slice(0, set.indexOf(';'));
    const path = `/boards/${board.id}`;
    expect((await callApi(house, { cookie }, { method: 'GET', path })).status).toBe(200);
    const again = await callApi(house, { cookie }, { method: 'POST', path: '/join', body });
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it('makes a board in the language of whoever asks', async () => {
    const { house, people } = world;
    const path = `/teams/${people.otherTeamId}/boards`;
    const body = { title: 'Taal', template: 'example' };
    const noteIn = async (language: string) => {
      const headers = { 'accept-language': language };
      const made = await callApi(house, people.outsider, { method: 'POST', path, body, headers });
      const { id } = made.body as { id: string };
      const document = `/boards/${id}/document`;
      const answer = await callApi(house, people.outsider, { method: 'GET', path: document });
      return (answer.body as { notes: { text: string }[] }).notes.map(({ text }) => text).sort();
    };
    const [dutch, english] = [
      await noteIn('nl-BE,nl;q=0.9,en;q=0.5'),
      await noteIn('fr, en;q=0.2'),
    ];
    expect(dutch).not.toEqual(english);
    expect(await noteIn('')).toEqual(english);
  });

  it('answers a request that comes without end before it is all in memory', async () => {
    const { house } = world;
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
        if (sent > 64 * 1024 * 1024) controller.close();
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half' };
    const response = await answerRequest(house, new Request('http://board.test/api/v1/join', init));
    expect(response.status).toBe(413);
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(1024 * 1024);
  });
});
