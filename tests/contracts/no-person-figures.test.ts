import { readdir, readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { teamGlanceView } from '#board/api/glance.ts';
import { id, person } from '#board/api/problem.ts';
import { operations } from '#server/api/operations.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';
import { nameOf } from './contract.ts';
import { personFigures } from './person-figures.ts';

/**
 * Every number that stands beside a person in a view of the interface, with what it is. A new one
 * fails the test until somebody has said here that it is a thing's and no person's.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  'was measured, expected or aimed at': [
    ...['answeredBy: value', 'proposedBy: value', 'by: value', 'by: was.value'],
    ...['by: corrections.was.value', 'by: expected.value', 'by: happened.value'],
    ...['confirmedBy: effect.expected', 'confirmedBy: prediction.expected'],
    ...['confirmedBy: newestReading.value', 'owner: newestReading.value'],
    ...['confirmedBy: holdingChecks.reading', 'owner: holdingChecks.reading', 'owner: reading'],
    ...['doneBy: reading', 'owner: expected', 'facilitator: agreed.expected'],
    ...['facilitator: effects.expected', 'facilitator: effects.reading'],
    ...['facilitator: holding.reading', 'facilitator: targets.from', 'facilitator: targets.to'],
    ...['owner: effect.expected', 'owner: prediction.expected', 'facilitator: readings.value'],
    ...['givenBy', 'buddy'].flatMap((who) => [
      ...[`${who}: effect.expected`, `${who}: prediction.expected`],
      ...[`${who}: newestReading.value`, `${who}: holdingChecks.reading`],
    ]),
  ],
  'tells one thing or version from another': [
    ...['by: revision', 'owner: revision', 'confirmedBy: revision', 'by: cycle'],
    ...['createdBy: number', 'createdBy: seq', 'createdBy: epoch', 'createdBy: format'],
    ...['facilitator: format', 'by: version', 'givenBy: revision', 'buddy: revision'],
    ...['promisedBy: revision', 'author: help.revision', 'createdBy: reviews.help.revision'],
    ...['askedBy: help.revision', 'askedOf: help.revision'],
    ...['owner', 'confirmedBy', 'givenBy', 'buddy'].flatMap((who) =>
      ['answers.version', 'revision', 'version'].map((what) => `${who}: consent.${what}`),
    ),
    ...['openedBy', 'closedBy'].flatMap((who) =>
      ['answers.version', 'revision', 'version'].map((what) => `${who}: ${what}`),
    ),
  ],
  'is where a note lies': ['by: x', 'by: y'],
  'is after how many days an effect is looked at again': [
    ...['owner: after', 'owner: holdingChecks.after', 'confirmedBy: holdingChecks.after'],
    ...['doneBy: after', 'facilitator: holding.after'],
    ...['givenBy: holdingChecks.after', 'buddy: holdingChecks.after'],
  ],
  'is of a whole meeting, snapshot or link': [
    ...['openedBy', 'closedBy', 'facilitator'].flatMap((who) =>
      ['agreed', 'dropped', 'parked', 'steps'].map((what) => `${who}: counts.${what}`),
    ),
    ...['createdBy: counts.actions', 'createdBy: counts.notes', 'createdBy: counts.tasks'],
    'createdBy: joined',
  ],
  "is a manager's own, for that manager alone": ['own: due', 'own: kept'],
};

/** The same of the columns of tables that name people. */
const knownColumns: Readonly<Record<string, readonly string[]>> = {
  'was measured, expected or aimed at': [
    ...['correction.was_value', 'holding_check.reading', 'reading.value', 'target.value'],
    ...['learning.expected_value', 'learning.happened_value'],
    ...['measure.baseline', 'measure.target'],
    ...['task.expected', 'task.frozen_expected'],
  ],
  'tells one thing or version from another': [
    ...['board.epoch', 'board.epoch_from', 'board.log_seq', 'board_client.client_id'],
    ...[
      'correction.revision',
      'measure.revision',
      'reading.revision',
      'task.revision',
      'user.session_version',
    ],
    ...['learning.cycle_number', 'idempotency_key.status'],
    ...['consent_answer.number', 'consent_answer.version', 'help.revision'],
    ...['consent_round.revision', 'consent_round.version'],
    ...['snapshot.epoch', 'snapshot.format', 'snapshot.number', 'snapshot.scheme', 'snapshot.seq'],
  ],
  'is after how many days an effect is looked at again': ['holding_check.after'],
  'is of a whole snapshot, picture or address': [
    ...['snapshot.action_count', 'snapshot.note_count', 'snapshot.task_count'],
    ...['board_image.height', 'board_image.size', 'board_image.width', 'webhook.failures'],
  ],
};

/** The files that group rows, none of them by person. */
const grouping = [
  'server/boards/prune-logs.ts',
  'server/inbox/waiting-boards.ts',
  'server/sync/prisma-states.ts',
];

const all = (lists: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.values(lists).flat().sort();

describe('nobody is counted by name', () => {
  const world = useSettledHouse();

  it('[GLANCE-5] in no view is there a number of a person that was not argued for', () => {
    const found = operations.flatMap(({ view }) => (view ? personFigures(view) : []));
    expect([...new Set(found)].sort()).toEqual(all(known));
  });

  it("[GLANCE-5] one's own promises are in one view alone, without a name", () => {
    const own = operations.filter(
      ({ view }) => view && personFigures(view).some((figure) => figure.startsWith('own: ')),
    );
    expect(own.map(nameOf)).toEqual(['GET /glance']);
    expect(personFigures(teamGlanceView)).toEqual(['own: due', 'own: kept']);
    expect(own[0]?.query).toBeUndefined();
  });

  it('[GLANCE-5] in no table is there one', async () => {
    expect(await personColumns()).toEqual(all(knownColumns));
    const { db } = world.house;
    const views = `SELECT 1 FROM pg_class WHERE relkind IN ('v', 'm')
      AND relnamespace = 'public'::regnamespace`;
    expect(await db.$queryRawUnsafe(views)).toEqual([]);
  });

  it('[GLANCE-5] nothing of the server groups rows by person', async () => {
    const files: string[] = [];
    for (const name of await readdir('server', { recursive: true })) {
      const file = `server/${name}`;
      if (!file.endsWith('.ts') || file.startsWith('server/db/generated/')) continue;
      if (/groupBy|group by/i.test(await readFile(file, 'utf8'))) files.push(file);
    }
    expect(files.sort()).toEqual(grouping);
  });

  describe('would be seen', () => {
    afterEach(async () => {
      await world.house.db.$executeRawUnsafe('DROP TABLE IF EXISTS person_month');
      await world.house.db.$executeRawUnsafe('ALTER TABLE membership DROP COLUMN IF EXISTS late');
    });

    it.each([
      [z.object({ items: z.array(z.object({ owner: person, kept: z.int() })) }), 'owner: kept'],
      [z.object({ name: z.string(), userId: id, late: z.number() }), 'userId: late'],
      [
        z.object({ ownerId: z.nullable(id), months: z.array(z.object({ kept: z.int() })) }),
        'ownerId: months.kept',
      ],
      [
        z.object({ whoever: z.nullable(person), of: z.object({ due: z.int() }) }),
        'whoever: of.due',
      ],
      [
        z.object({ member: z.object({ id, name: z.string(), late: z.int() }) }),
        'member: itself.late',
      ],
      [z.record(z.string(), z.object({ kept: z.int() })), 'a map: kept'],
      [z.object({ mine: z.object({ kept: z.optional(z.int()) }) }), 'mine: kept'],
      [z.object({ email: z.string(), share: z.nullable(z.number()) }), 'email: share'],
    ])('in a view, %#', (view, figure) => {
      expect(personFigures(view)).toContain(figure);
      expect(all(known)).not.toContain(figure);
    });

    it('in a table of its own, and in one that is there', async () => {
      const { db } = world.house;
      await db.$executeRawUnsafe('CREATE TABLE person_month (user_id TEXT, kept INTEGER)');
      await db.$executeRawUnsafe('ALTER TABLE membership ADD COLUMN late DOUBLE PRECISION');
      const found = await personColumns();
      expect(found).toContain('person_month.kept');
      expect(found).toContain('membership.late');
    });
  });

  /** The numbers in tables that name people, as `table.column`. */
  async function personColumns(): Promise<string[]> {
    const rows = await world.house.db.$queryRawUnsafe<{ place: string }[]>(`
      SELECT numbers.table_name || '.' || numbers.column_name AS place
      FROM information_schema.columns AS numbers
      WHERE table_schema = 'public'
      AND data_type IN ('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision')
      AND (table_name IN ('user', 'guest') OR EXISTS (
        SELECT 1 FROM information_schema.columns AS people
        WHERE people.table_schema = 'public' AND people.table_name = numbers.table_name
        AND people.column_name ~
          '(^|_)(user|guest|person|member|owner|author|actor|keeper|facilitator|by)(_id)?$'
      ))`);
    return rows.map(({ place }) => place).sort();
  }
});
