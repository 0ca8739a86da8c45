import type { Deed, Subject } from '#board/access.ts';
import { mustOnTeam, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { Measure, Team } from '../db/generated/client.ts';
import type { House } from '../house.ts';

export interface MeasureStanding {
  readonly measure: Measure;
  readonly team: Team;
  readonly subjects: readonly Subject[];
}

/** The measure, if the actor may do the deed to it; a missing one and one of another team look the same. */
export async function mustOnMeasure(
  house: House,
  actor: Actor,
  measureId: string,
  deed: Deed,
): Promise<MeasureStanding> {
  const measure = await house.db.measure.findUnique({ where: { id: measureId } });
  if (!measure) throw nothingHere();
  return { measure, ...(await mustOnTeam(house, actor, measure.teamId, deed)) };
}
