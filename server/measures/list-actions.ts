import type { MeasureActionView } from '#board/api/measures.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { collectActions } from './collect-actions.ts';

/** The actions that are meant to move the team's measures, by measure. [MEAS-6] */
export async function listActions(
  house: House,
  actor: Actor,
  teamId: string,
): Promise<ReadonlyMap<string, readonly MeasureActionView[]>> {
  await mustOnTeam(house, actor, teamId, 'team.see-measures');
  return collectActions(house.db, { teamId });
}
