import type { MeasureView } from '#board/api/measures.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { measureParts, viewMeasure } from './view-measure.ts';

/** The team's measures with their readings, by name. */
export async function listMeasures(
  house: House,
  actor: Actor,
  teamId: string,
): Promise<MeasureView[]> {
  await mustOnTeam(house, actor, teamId, 'team.see-measures');
  const rows = await house.db.measure.findMany({
    where: { teamId },
    include: measureParts,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(viewMeasure);
}
