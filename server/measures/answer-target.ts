import { mayAgree } from '#board/catchball.ts';
import type { AnswerTargetInput, TargetView } from '#board/api/targets.ts';
import { nothingHere } from '../access/must.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { Target } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { sideOf, teamSides } from './team-sides.ts';
import { tellChanged } from './tell-changed.ts';
import { targetParts, viewTarget } from './view-target.ts';

interface Which {
  readonly measureId: string;
  readonly targetId: string;
}

/**
 * Answers a proposed target. Agreeing makes it the measure's target, for the other side of the team
 * alone; countering puts another proposal in its place, whose answer is awaited. Both texts are kept.
 * Only the first answer counts. [MEAS-7] [MEAS-8]
 */
export async function answerTarget(
  house: House,
  actor: Actor,
  { measureId, targetId }: Which,
  input: AnswerTargetInput,
): Promise<TargetView> {
  const user = mustBeUser(actor);
  const { team } = await mustOnMeasure(house, actor, measureId, 'target.answer');
  const target = await house.db.target.findFirst({ where: { id: targetId, measureId } });
  if (!target) throw nothingHere();
  if (input.answer === 'counter') {
    mustLieAhead(house, { by: input.by });
    return counter(house, user, target, { ...input, teamId: team.id });
  }
  mustLieAhead(house, { by: target.by });
  const view = await agree(house, user, target, { ...input, teamId: team.id });
  await refreshTeamBoards(house, team.id);
  return view;
}

async function agree(
  house: House,
  user: UserActor,
  target: Target,
  { why, teamId }: { why?: string | undefined; teamId: string },
): Promise<TargetView> {
  const { id, measureId, value, by } = target;
  return house.db.$transaction(async (tx) => {
    await mustWait(tx, target);
    await mustMayAgree(tx, user, target, teamId);
    await answered(house, tx, user, target, { state: 'agreed', answer: why || null });
    await tx.target.updateMany({
      where: { measureId, state: 'agreed', id: { not: id } },
      data: { state: 'replaced' },
    });
    await tx.measure.update({
      where: { id: measureId },
      data: { target: value, targetBy: by, pendingId: null, revision: { increment: 1 } },
    });
    await recordDeed(tx, user, 'target.agree', measureId, { targetId: id, value, by });
    await tellChanged(tx, house, measureId);
    return viewNow(tx, id);
  });
}

async function counter(
  house: House,
  user: UserActor,
  target: Target,
  { value, by, why, teamId }: { value: number; by: string; why: string; teamId: string },
): Promise<TargetView> {
  const { measureId } = target;
  const id = newId();
  return house.db.$transaction(async (tx) => {
    await mustWait(tx, target);
    const side = sideOf(await teamSides(tx, teamId), user.id);
    await answered(house, tx, user, target, { state: 'countered', answer: why });
    await tx.target.create({
      data: {
        ...{ id, measureId, value, by, why, state: 'proposed', counterTo: target.id },
        proposedById: user.id,
        proposedAs: side?.role ?? null,
        proposedAt: house.clock(),
      },
    });
    await tx.measure.update({ where: { id: measureId }, data: { pendingId: id } });
    const data = { targetId: id, counterTo: target.id, value, by, why };
    await recordDeed(tx, user, 'target.counter', measureId, data);
    await tellChanged(tx, house, measureId);
    return viewNow(tx, id);
  });
}

async function mustMayAgree(
  tx: Tx,
  user: UserActor,
  { proposedById, proposedAs }: Target,
  teamId: string,
): Promise<void> {
  const sides = await teamSides(tx, teamId);
  const asker = sideOf(sides, user.id);
  if (asker && mayAgree({ id: proposedById, role: proposedAs }, asker, sides)) return;
  const own = proposedById === user.id;
  const title = own
    ? 'Somebody else of the team agrees to what you proposed.'
    : 'The other side agrees: a member to what a manager proposed, a manager to what a member did.';
  throw new Refusal('no-right', title);
}

/** Closes the proposal with its answer, unless somebody was first. */
async function answered(
  house: House,
  tx: Tx,
  user: UserActor,
  { id }: Target,
  data: { state: 'agreed' | 'countered'; answer: string | null },
): Promise<void> {
  const { count } = await tx.target.updateMany({
    where: { id, state: 'proposed' },
    data: { ...data, answeredById: user.id, answeredAt: house.clock() },
  });
  if (count === 0) throw await answeredBefore(tx, id);
}

async function mustWait(tx: Tx, { id, state }: Target): Promise<void> {
  if (state !== 'proposed') throw await answeredBefore(tx, id);
}

async function answeredBefore(tx: Tx, id: string): Promise<Refusal> {
  const current = await viewNow(tx, id);
  return new Refusal('conflict', 'This target was answered before you.', [], current);
}

async function viewNow(tx: Tx, id: string): Promise<TargetView> {
  return viewTarget(await tx.target.findUniqueOrThrow({ where: { id }, include: targetParts }));
}
