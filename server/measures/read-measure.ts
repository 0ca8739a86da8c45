import { may } from '#board/access.ts';
import { mayAgree, whoAgrees } from '#board/catchball.ts';
import type { MeasureStoryView } from '#board/api/measures.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { collectActions } from './collect-actions.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { sideOf, teamSides } from './team-sides.ts';
import { readingOrder, readingParts, viewMeasure, viewReadingStory } from './view-measure.ts';
import { targetParts, viewTarget } from './view-target.ts';
import type { TargetRow } from './view-target.ts';

/** A measure with all its readings and what they were before, its targets, and the actions meant to move it. */
export async function readMeasure(
  house: House,
  actor: Actor,
  measureId: string,
): Promise<MeasureStoryView> {
  const { team, subjects } = await mustOnMeasure(house, actor, measureId, 'team.see-measures');
  const measure = await house.db.measure.findUniqueOrThrow({
    where: { id: measureId },
    include: {
      readings: { include: readingParts, orderBy: readingOrder },
      targets: { include: targetParts, orderBy: [{ proposedAt: 'desc' }, { id: 'asc' }] },
    },
  });
  const actions = await collectActions(house.db, { id: measureId });
  const open = measure.targets.find(({ state }) => state === 'proposed');
  const { waitsFor, agree } = await answersTo(house, actor, team.id, open);
  return {
    ...viewMeasure(measure),
    teamName: team.name,
    readings: measure.readings.map(viewReadingStory),
    targets: measure.targets.map(viewTarget),
    actions: [...(actions.get(measureId) ?? [])],
    waitsFor,
    may: {
      write: may(subjects, 'team.write-measures'),
      propose: may(subjects, 'target.propose'),
      agree,
    },
  };
}

/** Who may agree to the target that waits, and whether that is the asker. */
async function answersTo(
  { db }: House,
  actor: Actor,
  teamId: string,
  open: TargetRow | undefined,
): Promise<Pick<MeasureStoryView, 'waitsFor'> & { agree: boolean }> {
  if (!open) return { waitsFor: null, agree: false };
  const sides = await teamSides(db, teamId);
  const asker = actor.kind === 'user' ? sideOf(sides, actor.id) : undefined;
  const proposer = { id: open.proposedById, role: open.proposedAs };
  const agree = asker !== undefined && mayAgree(proposer, asker, sides);
  return { waitsFor: whoAgrees(proposer, sides), agree };
}
