import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashPassword } from '#server/auth/passwords.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { callApi, problemOf } from '#tests/support/api.ts';
import type { ApiCall } from '#tests/support/api.ts';
import { newBoard } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { DAY_MS, MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('Idempotency-Key', (open) => {
  const world = useSettledHouse(open);
  let count = 0;
  const freshKey = () => `key-${++count}`;
  const post = (key: string, path: string, body?: unknown, by: Person = world.people.manager) => {
    const call: ApiCall = { method: 'POST', path, headers: { 'idempotency-key': key } };
    return callApi(world.house, by, body === undefined ? call : { ...call, body });
  };
  const teams = (name: string) => world.house.db.team.count({ where: { name } });

  it('gives the same request the same answer, and makes one thing [API-3]', async () => {
    const key = freshKey();
    const first = await post(key, '/teams', { name: 'Eenmaal' });
    const again = await post(key, '/teams', { name: 'Eenmaal' });
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(await teams('Eenmaal')).toBe(1);
  });

  it('takes a request that says the same in other words for the same [API-3]', async () => {
    const key = freshKey();
    const first = await post(key, '/teams', { name: 'Woorden' });
    const again = await post(key, '/teams', { name: '  Woorden ' });
    expect(again.body).toEqual(first.body);
  });

  it('refuses another request under the same key [API-3]', async () => {
    const { people } = world;
    const key = freshKey();
    await post(key, '/teams', { name: 'Het een' });
    const others = [
      await post(key, '/teams', { name: 'Het ander' }),
      await post(key, `/teams/${people.teamId}/measures`, { name: 'Het een', direction: 'up' }),
    ];
    for (const other of others)
      expect(problemOf(other)).toMatchObject({ status: 409, code: 'conflict' });
    expect(await teams('Het ander')).toBe(0);
  });

  it('makes one thing of requests at the same moment [API-3]', async () => {
    const key = freshKey();
    const name = 'Tegelijk';
    const answers = await Promise.all([1, 2, 3].map(() => post(key, '/teams', { name })));
    expect(await teams(name)).toBe(1);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(statuses).toContain(201);
  });

  it('belongs to one person [API-3]', async () => {
    const { people } = world;
    const key = freshKey();
    await post(key, '/teams', { name: 'Van mij' });
    const other = await post(key, '/teams', { name: 'Van mij' }, people.otherManager);
    expect(other.status).toBe(201);
    expect(await teams('Van mij')).toBe(2);
  });

  it('may be used again after a refusal, which made nothing [API-3]', async () => {
    const { people } = world;
    const key = freshKey();
    const refusal = await post(key, '/teams', { name: 'Straks' }, people.member);
    expect(problemOf(refusal).status).toBe(403);
    const path = `/teams/${people.teamId}/measures`;
    expect((await post(key, path, { name: 'Straks', direction: 'up' }, people.member)).status).toBe(
      201,
    );
  });

  it('does not show a secret twice, nor keep it [API-3]', async () => {
    const { house, people } = world;
    const key = freshKey();
    const board = await newBoard(house, people.manager.actor, people.teamId, { template: 'pdca' });
    const path = `/boards/${board.id}/invites`;
    const first = await post(key, path, { access: 'view' });
    const { url } = first.body as { url: string };
    expect(problemOf(await post(key, path, { access: 'view' }))).toMatchObject({ status: 409 });
    const rows = await house.db.idempotencyKey.findMany();
    expect(JSON.stringify(rows)).not.toContain(url.slice(-20));
    expect(await house.db.invite.count({ where: { boardId: board.id } })).toBe(1);
  });

  it('works where there is no answer but that it was done', async () => {
    const { house, people } = world;
    const key = freshKey();
    const person = await newMember(house, people.manager.actor, people.teamId);
    const [current, next] = ['het-oude-wachtwoord', 'het-nieuwe-wachtwoord'];
    const passwordHash = await hashPassword(current);
    await house.db.user.update({ where: { id: person.actor.id }, data: { passwordHash } });
    const body = { current, next };
    const first = await post(key, '/me/password', body, person);
    const again = await post(key, '/me/password', body, person);
    expect([first.status, first.body]).toEqual([204, null]);
    expect([again.status, again.body]).toEqual([204, null]);
    expect(await signIn(house, person.actor.email, next)).toBeDefined();
    // A plain digest of what was sent would let whoever reads the table try passwords on it.
    const sent = `POST /api/v1/me/password ${JSON.stringify(body)}`;
    const digest = createHash('sha256').update(sent).digest('hex');
    expect(await house.db.idempotencyKey.count({ where: { request: digest } })).toBe(0);
  });

  it('is free again when the server stopped half-way, and after a day', async () => {
    const { house, people } = world;
    const [left, old] = [freshKey(), freshKey()];
    const createdAt = house.clock();
    const asked = { actorId: people.manager.actor.id, request: 'what was asked then', createdAt };
    await house.db.idempotencyKey.create({ data: { ...asked, key: left } });
    expect(problemOf(await post(left, '/teams', { name: 'Half' })).status).toBe(409);
    await post(old, '/teams', { name: 'Gisteren' });
    house.time.pass(2 * MINUTE_MS);
    expect((await post(left, '/teams', { name: 'Half' })).status).toBe(201);
    expect((await post(old, '/teams', { name: 'Gisteren' })).status).toBe(201);
    expect(await teams('Gisteren')).toBe(1);
    house.time.pass(2 * DAY_MS);
    expect((await post(old, '/teams', { name: 'Vandaag' })).status).toBe(201);
    expect(await house.db.idempotencyKey.count({ where: { key: left } })).toBe(0);
  });

  it('has 255 characters at most', async () => {
    expect((await post('k'.repeat(255), '/teams', { name: 'Lang' })).status).toBe(201);
    expect(problemOf(await post('k'.repeat(256), '/teams', { name: 'Lang' })).status).toBe(422);
  });
});
