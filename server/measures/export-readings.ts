import type { Locale } from '#board/api/people.ts';
import type { ExportQuery } from '#board/api/readings-csv.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { measureParts, viewMeasure } from './view-measure.ts';
import { writeReadingsCsv } from './write-readings-csv.ts';

interface Asked {
  readonly form: ExportQuery['form'];
  readonly locale: Locale;
}

/** The readings of a measure that stand, as a file for programs or for a spreadsheet. [MEAS-9] */
export async function exportReadings(
  house: House,
  actor: Actor,
  measureId: string,
  { form, locale }: Asked,
): Promise<{ name: string; bytes: Uint8Array }> {
  await mustOnMeasure(house, actor, measureId, 'team.see-measures');
  const row = await house.db.measure.findUniqueOrThrow({
    where: { id: measureId },
    include: measureParts,
  });
  const measure = viewMeasure(row);
  return { name: measure.name, bytes: writeReadingsCsv(measure, form, locale) };
}
