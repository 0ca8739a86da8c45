import type { CsvReading, ImportQuery, ImportView } from '#board/api/readings-csv.ts';
import { latestDay } from '#board/calendar.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { Correction, Reading } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { holdMeasure } from './hold-measure.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { readReadingsCsv } from './read-readings-csv.ts';
import type { ReadCsv } from './read-readings-csv.ts';
import { tellChanged } from './tell-changed.ts';

interface Asked {
  readonly file: Uint8Array;
  readonly take: ImportQuery['take'];
}

/**
 * Takes the readings of a file in: all of them or, if the asker chose so, the good ones; with `none`
 * it only says what would come of it. A value that is there for its day is not stored again, and one
 * that was withdrawn or corrected does not come back. [MEAS-11] [MEAS-13]
 */
export async function importReadings(
  house: House,
  actor: Actor,
  measureId: string,
  { file, take }: Asked,
): Promise<ImportView> {
  const user = mustBeUser(actor);
  const { measure } = await mustOnMeasure(house, actor, measureId, 'team.write-measures');
  const read = readReadingsCsv(file, latestDay(house.clock()));
  if (take === 'none') return { ...(await plan(house.db, measureId, read)), stored: 0 };
  if (take === 'all') mustBeAllGood(read);
  const view = await house.db.$transaction(async (tx) => {
    // Two people who take in the same file at once store it once.
    await holdMeasure(tx, measureId);
    const planned = await plan(tx, measureId, read);
    const after = await newestEntry(tx, measureId);
    const from = Math.max(house.clock().getTime(), after + 1);
    await tx.reading.createMany({ data: rowsOf(planned.good, measureId, user.id, from) });
    const counts = {
      good: planned.good.length,
      skipped: planned.skipped.length + planned.takenBack.length,
    };
    await recordDeed(tx, actor, 'reading.import', measureId, counts);
    if (planned.good.length > 0) await tellChanged(tx, house, measureId);
    return { ...planned, stored: planned.good.length };
  });
  await refreshTeamBoards(house, measure.teamId);
  return view;
}

/** Which of the good lines are new; a file that says one thing twice says it once. [MEAS-11] [MEAS-13] */
async function plan(
  db: Pick<Tx, 'reading'>,
  measureId: string,
  { good, bad }: ReadCsv,
): Promise<Omit<ImportView, 'stored'>> {
  const all = await db.reading.findMany({ where: { measureId }, include: { earlier: true } });
  const known = new Set(all.filter(({ withdrawn }) => withdrawn === null).map(sayingOf));
  const former = new Set(all.flatMap(everSaid).filter((saying) => !known.has(saying)));
  const takenBack = good.filter((one) => former.has(sayingOf(one)));
  const fresh = good.filter((reading) => {
    const saying = sayingOf(reading);
    return !former.has(saying) && !known.has(saying) && known.add(saying);
  });
  const chosen = new Set([...fresh, ...takenBack]);
  const skipped = good.filter((one) => !chosen.has(one));
  return { good: fresh, skipped, takenBack, bad: [...bad] };
}

/** What a reading says, and what it said before each of its corrections. */
function everSaid({ earlier, ...now }: Reading & { earlier: Correction[] }): string[] {
  return [now, ...earlier.map(({ wasAt, wasValue }) => ({ at: wasAt, value: wasValue }))].map(
    sayingOf,
  );
}

function sayingOf({ at, value }: Pick<CsvReading, 'at' | 'value'>): string {
  return `${at} ${value}`;
}

function mustBeAllGood({ good, bad }: ReadCsv): void {
  if (bad.length > 0) {
    const fields = bad.map(({ line, reason }) => ({
      field: `lines.${line}`,
      code: reason,
      message: `is no reading: ${reason}`,
    }));
    throw new Refusal('invalid', 'Some lines are no readings; nothing was stored.', fields);
  }
  if (good.length > 0) return;
  throw new Refusal('invalid', 'There is no reading in this file.', [
    { field: 'lines', code: 'missing', message: 'there is none' },
  ]);
}

async function newestEntry({ reading }: Pick<Tx, 'reading'>, measureId: string): Promise<number> {
  const newest = await reading.aggregate({ where: { measureId }, _max: { createdAt: true } });
  return newest._max.createdAt?.getTime() ?? 0;
}

/** Those of one day keep the order of the file: each is entered a millisecond after the one before. */
function rowsOf(good: readonly CsvReading[], measureId: string, byId: string, from: number) {
  const ofDay = new Map<string, number>();
  return good.map(({ at, value }) => {
    const nth = ofDay.get(at) ?? 0;
    ofDay.set(at, nth + 1);
    const createdAt = new Date(from + nth);
    return { id: newId(), measureId, at, value, byId, createdAt };
  });
}
