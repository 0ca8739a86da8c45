import type { AddMeasureInput, MeasureView } from '#board/api/measures.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { firstTarget } from './first-target.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { measureParts, viewMeasure } from './view-measure.ts';

/** Adds a measure to the team; its open boards can show it at once. */
export async function addMeasure(
  house: House,
  actor: Actor,
  teamId: string,
  input: AddMeasureInput,
): Promise<MeasureView> {
  await mustOnTeam(house, actor, teamId, 'team.write-measures');
  const { name, unit, direction, baseline = null, target = null, targetBy = null } = input;
  const byId = actor.kind === 'user' ? actor.id : null;
  const targets =
    target === null ? {} : { create: firstTarget(house.clock(), { target, targetBy, byId }) };
  const view = await house.db.$transaction(async (tx) => {
    const measure = await tx.measure.create({
      data: { id: newId(), teamId, name, unit, direction, baseline, target, targetBy, targets },
      include: measureParts,
    });
    await recordDeed(tx, actor, 'measure.add', measure.id, { teamId });
    const data = viewMeasure(measure);
    await tellWebhooks(tx, house, { teamId, type: 'measure.added', data });
    return data;
  });
  await refreshTeamBoards(house, teamId);
  return view;
}
