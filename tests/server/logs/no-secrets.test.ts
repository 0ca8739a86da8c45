import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { encodeAnswer, encodeUpdate } from '#server/sync/frames.ts';
import { note } from '#tests/board/builders.ts';
import { createFlat } from '#board/flat-record.ts';
import { callApi } from '#tests/support/api.ts';
import type { ApiCall, Caller } from '#tests/support/api.ts';
import { newBoard, newGuest, newInvite } from '#tests/support/builders.ts';
import type { TestInvite } from '#tests/support/builders.ts';
import { serveBoards } from '#tests/support/house-server.ts';
import type { HouseServer } from '#tests/support/house-server.ts';
import { testHouse } from '#tests/support/house.ts';
import type { LogLine, TestHouse } from '#tests/support/house.ts';
import { founder, people } from '#tests/support/people.ts';
import type { People } from '#tests/support/people.ts';
import { RawClient, TestClient, until } from '#tests/support/sync.ts';
import { quickestDatabase } from '#tests/support/use-house.ts';

// Words that stand for what people write, and that no code, name or message holds by itself.
const TEXT = 'zeldzaamwoord';
const TITLE = `Bord over ${TEXT}`;
const WRONG_TOKEN = 'vb_verzonnenbewijs';
const ADDRESS = '203.0.113.77';

/** Tables that one piece of the work after another cannot do without. */
const TABLES = ['board_update', 'api_token', 'user', 'board', 'invite', 'audit'];

describe('what is logged at the finest level, while all kinds of things go wrong', () => {
  let house: TestHouse;
  let everybody: People;
  let server: HouseServer;
  let boardId: string;
  let invite: TestInvite;
  let secrets: readonly string[];
  const lines: LogLine[] = [];

  beforeAll(async () => {
    house = await testHouse(await quickestDatabase(), { logLevel: 'trace' });
    everybody = await people(house);
    server = await serveBoards(house);
    const { member, teamId } = everybody;
    boardId = (await newBoard(house, member.actor, teamId, { title: TITLE })).id;
    invite = await newInvite(house, everybody.manager.actor, boardId);
    const guest = await newGuest(house, invite, `Gast ${TEXT}`);
    secrets = [
      ...[TEXT, WRONG_TOKEN, ADDRESS, founder.password, founder.email, member.actor.email],
      ...[member.token, invite.secret, guest.cookie.split('=')[1] ?? '', house.authSecret],
    ];
    await goWrong();
    lines.push(...house.takeLogged());
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await house.close();
  });

  async function goWrong(): Promise<void> {
    const client = new TestClient(server, asBoardId(boardId), everybody.member.token);
    await until('it is saved', () => client.saving === 'saved');
    write(client, 'fine');
    client.connection.awareness.setLocalState({ cursor: TEXT });
    client.board.facts.set('task:1', { forged: TEXT });
    await until('it is saved', () => client.saving === 'saved');
    await hostileFrames();
    await askAll();
    for (const table of TABLES) {
      await house.db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}_away"`);
      write(client, table);
      await askAll();
      await house.db.$executeRawUnsafe(`ALTER TABLE "${table}_away" RENAME TO "${table}"`);
    }
    await mistakes();
    await until('it is saved again', () => client.saving === 'saved', 20_000);
    client.stop();
  }

  /** Mistakes of ours, of which Prisma and Postgres tell the whole query or the row that is there. */
  async function mistakes(): Promise<void> {
    const { user, board } = house.db;
    const { email, name } = founder;
    const unknown = { where: { title: TITLE, nosuchfield: TEXT } } as object;
    const made = [
      board.findMany(unknown),
      user.create({ data: { id: TEXT, email, name } }),
      house.db
        .$executeRaw`INSERT INTO "user" (id, email, name) VALUES (${TEXT}, ${email}, ${name})`,
      board.update({ where: { id: boardId }, data: { title: `${TEXT}\0` } }),
    ];
    for (const one of made) {
      const error: unknown = await one.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      house.log.error({ err: error }, 'request failed');
      house.log.error({ err: new Error('wrapped', { cause: error }) }, 'request failed');
    }
  }

  async function hostileFrames(): Promise<void> {
    const words = new TextEncoder().encode(TEXT);
    for (const frame of [encodeUpdate(words), encodeAnswer(words), Uint8Array.of(1, 255)]) {
      const raw = new RawClient(server, `/sync/${boardId}?protocol=1`, everybody.member.token);
      await raw.opened;
      raw.send(frame);
      await raw.closed;
    }
    const nobody = new RawClient(server, `/sync/${boardId}?token=${WRONG_TOKEN}`, WRONG_TOKEN);
    await nobody.closed;
  }

  /** Asks for everything that touches what must not be told, whatever comes of it. */
  async function askAll(): Promise<void> {
    const { member, teamId } = everybody;
    const text = `Over ${TEXT}`;
    const calls: [Caller, ApiCall][] = [
      [member, { method: 'GET', path: `/boards/${boardId}` }],
      [member, { method: 'PATCH', path: `/boards/${boardId}`, body: { title: text } }],
      [
        member,
        { method: 'POST', path: `/boards/${boardId}/notes`, body: { canvas: 'pdca', text } },
      ],
      [
        member,
        {
          method: 'POST',
          path: `/teams/${teamId}/boards`,
          body: { title: text, template: 'improvement-cycle' },
        },
      ],
      [member, { method: 'POST', path: '/tokens', body: { name: text } }],
      [
        member,
        {
          method: 'POST',
          path: '/me/password',
          body: { current: founder.password, next: `${founder.password} 2` },
        },
      ],
      [
        null,
        {
          method: 'POST',
          path: '/welcome',
          body: { secret: invite.secret, password: founder.password },
        },
      ],
      [
        everybody.manager,
        { method: 'POST', path: `/boards/${boardId}/invites`, body: { access: 'write' } },
      ],
      [{ token: WRONG_TOKEN }, { method: 'GET', path: '/me' }],
      [
        everybody.admin,
        {
          method: 'POST',
          path: `/teams/${everybody.otherTeamId}/members`,
          body: { email: founder.email, name: text, role: 'member' },
        },
      ],
    ];
    const headers = { 'x-forwarded-for': ADDRESS };
    for (const [caller, call] of calls) await callApi(house, caller, { ...call, headers });
    for (const password of [founder.password, TEXT]) {
      await signIn(house, founder.email, password).catch((error: unknown) =>
        house.log.warn({ err: error }, 'sign-in failed'),
      );
    }
    const raw = new RawClient(server, `/sync/${boardId}?protocol=1`, member.token);
    let gone = false;
    void raw.closed.then(() => (gone = true));
    await until('it is answered', () => gone || raw.frames.length > 0);
    raw.stop();
  }

  test('something was logged of each kind', () => {
    const said = new Set(lines.map(({ msg }) => msg));
    for (const what of [
      'request failed',
      'updates not stored yet',
      'nobody can tell who may come in',
    ]) {
      expect(said).toContain(what);
    }
  });

  test('[SYNC-76] no line holds what people wrote, a secret, an e-mail address or where somebody is', () => {
    const told = lines.flatMap((line) => {
      const text = JSON.stringify(line);
      return secrets.filter((secret) => text.includes(secret)).map((secret) => [secret, text]);
    });
    expect(told).toEqual([]);
  });

  test('[SYNC-76] every line is one JSON object with level, time and words that do not vary', () => {
    for (const line of lines) {
      expect(line).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
      expect(line.msg).toMatch(/^[\p{L} ,;:.’'-]+$/u);
    }
  });
});

function write({ board }: TestClient, id: string): void {
  board.records.set(`shape:${id}`, createFlat({ ...note(id, { text: TEXT }), id: `shape:${id}` }));
}
