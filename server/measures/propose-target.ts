import type { ProposeTargetInput, TargetView } from '#board/api/targets.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { sideOf, teamSides } from './team-sides.ts';
import { tellChanged } from './tell-changed.ts';
import { targetParts, viewTarget } from './view-target.ts';

/**
 * Proposes a target; it holds when the other side of the team agrees. While one waits for its answer
 * there is no second: whoever proposes gets the one that waits. [MEAS-7]
 */
export async function proposeTarget(
  house: House,
  actor: Actor,
  measureId: string,
  { value, by, why }: ProposeTargetInput,
): Promise<TargetView> {
  const user = mustBeUser(actor);
  const { team } = await mustOnMeasure(house, actor, measureId, 'target.propose');
  mustLieAhead(house, { by });
  const side = sideOf(await teamSides(house.db, team.id), user.id);
  const id = newId();
  const view = await house.db.$transaction(async (tx) => {
    const { count } = await tx.measure.updateMany({
      where: { id: measureId, pendingId: null },
      data: { pendingId: id },
    });
    if (count === 0) {
      const waiting = await tx.target.findFirst({
        where: { measureId, state: 'proposed' },
        include: targetParts,
      });
      throw new Refusal(
        'conflict',
        'A proposal waits for its answer already.',
        [],
        waiting ? viewTarget(waiting) : undefined,
      );
    }
    const target = await tx.target.create({
      data: {
        ...{ id, measureId, value, by, why, state: 'proposed' },
        proposedById: user.id,
        proposedAs: side?.role ?? null,
        proposedAt: house.clock(),
      },
      include: targetParts,
    });
    await recordDeed(tx, actor, 'target.propose', measureId, { targetId: id, value, by, why });
    await tellChanged(tx, house, measureId);
    return viewTarget(target);
  });
  await refreshTeamBoards(house, team.id);
  return view;
}
