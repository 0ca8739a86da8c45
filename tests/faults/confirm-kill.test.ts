import { expect, it, onTestFinished, vi } from 'vitest';
import { actionView } from '#board/api/boards.ts';
import { taskView } from '#board/api/tasks.ts';
import { boardDocument } from '#board/document.ts';
import { taskKey } from '#board/facts.ts';
import type { BoardId } from '#board/ids.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { freePort } from '../support/free-port.ts';
import { hasPostgres } from '../support/postgres.ts';
import { copyPostgresTemplate } from '../support/postgres-template.ts';
import { complaints, print } from '../support/print.ts';
import type { RestClient } from '../support/rest-client.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { until } from '../support/sync.ts';
import { mustBeUnhurt, readStored } from './invariants.ts';
import type { Place } from './invariants.ts';
import { settle } from './people.ts';
import { seedOf, size } from './size.ts';
import { tell } from './tell.ts';

const KILLS = size('KILLS', 2);
const PEOPLE = 4;
/** Proposals of one round; the kill comes before all of them are confirmed. */
const PROPOSALS = 24;
/** Milliseconds in which so many are confirmed, on a busy machine too. */
const CONFIRMING_MS = 30_000;
/** Milliseconds in which PostgreSQL ends what a killed server had begun, and all is read. */
const SETTLING_MS = 60_000;

const postgresIsThere = await hasPostgres();
if (!postgresIsThere) print('Left out, no Postgres found: kill -9 while people confirm (postgres)');

/** Which task each action was answered to have become. */
type Answered = Map<string, string>;

it.for(postgresIsThere ? ['embedded', 'postgres'] : ['embedded'])(
  `[ACT-6] a confirmation is there whole or not at all through ${KILLS} times kill -9 of the server (%s)`,
  { timeout: 120_000 + KILLS * 40_000 },
  async (kind, context) => {
    const seed = seedOf();
    const random = seededRandom(seed);
    const { place, dataDir, env } = await somewhere(kind);
    const port = await freePort();
    let app = await startApp({ dataDir, port, env });
    onTestFinished(() => app.kill());
    const { rest, boardId, people } = await settle(app, PEOPLE);
    const everybody = people.map(({ token }) => rest.as(token));
    const answered: Answered = new Map();
    const atKills: number[] = [];
    for (let round = 0; round < KILLS; round++) {
      const actions = await propose(rest, boardId);
      const enough = answered.size + 1 + Math.floor(random() * (PROPOSALS - PEOPLE - 2));
      const confirming = confirmAll(everybody, boardId, actions, answered);
      await until('some are confirmed', () => answered.size >= enough, CONFIRMING_MS);
      await new Promise((over) => setTimeout(over, random() * 20));
      await app.kill();
      await confirming;
      mustBeUnhurt(app.output());
      const look = (): Promise<number> => mustBeWhole(place, boardId, answered);
      atKills.push((await vi.waitFor(look, SETTLING_MS)) - round * PROPOSALS);
      app = await startApp({ dataDir, port, env });
      await confirmAll(everybody, boardId, actions, answered);
      expect(actions.filter((actionId) => !answered.has(actionId))).toEqual([]);
    }
    expect(await app.stop()).toBe(0);
    mustBeUnhurt(app.output());
    const inTheEnd = await mustBeWhole(place, boardId, answered);
    tell(
      context,
      `kill -9 of the server × ${KILLS} while ${PEOPLE} confirm, ${kind} (seed ${seed})`,
      [
        `${inTheEnd} confirmed, none in part and none twice`,
        `of ${PROPOSALS} at a time there were at the kills: ${atKills.join(', ')}`,
      ],
    );
    expect(inTheEnd).toBe(KILLS * PROPOSALS);
  },
);

/** A database of its own with the tables in it, and how a server is told of it. */
async function somewhere(
  kind: string,
): Promise<{ place: Place; dataDir: string; env: Record<string, string> }> {
  const dataDir = kind === 'embedded' ? await copyDataDirTemplate() : await newDataDir();
  onTestFinished(() => removeDataDir(dataDir));
  if (kind === 'embedded') return { place: { dataDir }, dataDir, env: {} };
  const { url, drop } = await copyPostgresTemplate();
  onTestFinished(drop);
  return { place: { databaseUrl: url }, dataDir, env: { DATABASE_URL: url } };
}

async function propose(rest: RestClient, boardId: BoardId): Promise<string[]> {
  const effect = { observation: 'Niemand belt meer na', checkOn: '2099-02-01' };
  const proposal = { title: 'Brief herschrijven', owner: 'me', due: '2099-01-01', effect };
  const actions: string[] = [];
  while (actions.length < PROPOSALS) {
    const { actionId } = await rest.post(`/boards/${boardId}/actions`, proposal, actionView);
    actions.push(actionId);
  }
  return actions;
}

/** Two people confirm each action at the same moment; ends when the server does, or all are done. */
async function confirmAll(
  people: readonly RestClient[],
  boardId: BoardId,
  actions: readonly string[],
  answered: Answered,
): Promise<void> {
  await Promise.all(
    people.map(async (person, at) => {
      for (const [turn, actionId] of actions.entries()) {
        if (turn % 2 !== at % 2) continue;
        const path = `/boards/${boardId}/actions/${actionId}/confirm`;
        const answer = await person.call('POST', path).catch(() => undefined);
        if (!answer) return;
        expect([200, 201]).toContain(answer.status);
        const { id } = taskView.parse(answer.body);
        expect(answered.get(actionId) ?? id).toBe(id);
        answered.set(actionId, id);
      }
    }),
  );
}

/**
 * What was answered is there, and whatever is there is whole: one task with its event, audit row and
 * mail, and the fact as the log alone has it. Nobody has the database open. Returns how many there are.
 */
async function mustBeWhole(place: Place, boardId: BoardId, answered: Answered): Promise<number> {
  const { facts } = boardDocument((await readStored(place, boardId)).doc);
  const shown = new Map([...facts].filter(([key]) => key.startsWith('task:')));
  const { prisma, close } = await openDatabase({ dataDir: '', ...place, log: complaints });
  try {
    const tasks = await prisma.task.findMany({ include: { events: true } });
    const whole = tasks.map(({ id, actionId, events }) => {
      expect(shown.get(taskKey(actionId)), 'a fact for its task').toMatchObject({ taskId: id });
      expect(events.map(({ kind }) => kind)).toEqual(['confirmed']);
      return id;
    });
    expect(shown.size, 'a task for each fact').toBe(whole.length);
    expect(new Set(tasks.map(({ actionId }) => actionId)).size).toBe(whole.length);
    const audit = await prisma.audit.findMany({ where: { deed: 'action.confirm' } });
    expect(audit.map(({ subject }) => subject).sort()).toEqual([...whole].sort());
    expect(await prisma.mail.count({ where: { calendar: { not: null } } })).toBe(whole.length);
    const byAction = new Map(tasks.map(({ id, actionId }) => [actionId, id]));
    const lost = [...answered].filter(([actionId, id]) => byAction.get(actionId) !== id);
    expect(lost, 'answered, and not there').toEqual([]);
    return whole.length;
  } finally {
    await close();
  }
}
