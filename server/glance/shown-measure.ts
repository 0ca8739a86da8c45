import type { TeamGlanceView } from '#board/api/glance.ts';
import { measureParts } from '../measures/view-measure.ts';
import type { Glimpse } from './glimpse.ts';

/** The team's measure to look at: one with a target before one without, then the one read last. [GLANCE-6] */
export async function shownMeasure({ db, teamId }: Glimpse): Promise<TeamGlanceView['measure']> {
  const rows = await db.measure.findMany({ where: { teamId }, include: measureParts });
  const [shown] = rows.toSorted(
    (a, b) =>
      Number(b.target !== null) - Number(a.target !== null) ||
      readLast(b).localeCompare(readLast(a)) ||
      a.name.localeCompare(b.name),
  );
  if (!shown) return null;
  const { id, name, unit, direction, baseline, target, targetBy } = shown;
  const readings = shown.readings.map(({ at, value }) => ({ at, value }));
  return { id, name, unit, direction, baseline, target, targetBy, readings };
}

function readLast({ readings }: { readings: readonly { at: string }[] }): string {
  return readings.at(-1)?.at ?? '';
}
