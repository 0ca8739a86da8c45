import { parseArgs } from 'node:util';
import { newDataDir, removeDataDir } from '#tests/support/app-process.ts';
import { createDatabase } from '#tests/support/postgres.ts';
import { seedOf } from '../load/seed.ts';
import { openAnyPoint } from './any-point.ts';
import { takeMany } from './many-snapshots.ts';
import { boardOf, openPlace } from './place.ts';
import type { Place } from './place.ts';
import { circumstances, report } from './report.ts';
import { whileDrawing } from './while-drawing.ts';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const scale = Number(values.scale);
const of = (whole: number): number => Math.max(2, Math.round(whole * scale));
const server = process.env['DATABASE_URL'];

process.stdout.write(`\n${circumstances(scale)}\n`);
let met = await measure('The embedded database', undefined);
if (server !== undefined) {
  const { url, drop } = await createDatabase(server);
  met = (await measure('PostgreSQL', url)) && met;
  await drop();
}
process.exit(met ? 0 : 1);

/** One fresh database; true when every limit was met. */
async function measure(database: string, databaseUrl: string | undefined): Promise<boolean> {
  const place: Place = { dataDir: await newDataDir(), databaseUrl };
  const opened = await openPlace(place);
  const records = of(20_000);
  const seed = seedOf(records);
  const { id } = await boardOf(opened, seed.updates);
  const point = await openAnyPoint(opened, { rows: of(100_000), records: of(2_000) });
  const snapshots = await takeMany(opened, { count: of(1_000), records: of(2_000) });
  await opened.close();
  const board = { id, records, people: of(50) };
  const drawing = await whileDrawing(place, board);
  await removeDataDir(place.dataDir);
  const { text, met: all } = report({
    database,
    bytes: seed.bytes,
    board,
    drawing,
    point,
    snapshots,
  });
  process.stdout.write(`\n${text}`);
  return all;
}
