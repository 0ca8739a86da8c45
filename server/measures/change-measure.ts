import type { ChangeMeasureInput, MeasureView } from '#board/api/measures.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { defined } from '../audit/what-changed.ts';
import type { Change } from '../audit/what-changed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { Measure } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { tellChanged } from './tell-changed.ts';
import { measureParts, viewMeasure } from './view-measure.ts';

/**
 * Changes what a measure is called, counted in, which way is better or where it started, if nobody
 * changed it since `revision`; whoever comes too late is told what stands now. [MEAS-4]
 */
export async function changeMeasure(
  house: House,
  actor: Actor,
  measureId: string,
  { revision, ...asked }: ChangeMeasureInput,
): Promise<MeasureView> {
  const { measure } = await mustOnMeasure(house, actor, measureId, 'team.write-measures');
  const view = await house.db.$transaction(async (tx) => {
    const now = await tx.measure.findUniqueOrThrow({ where: { id: measureId } });
    if (now.revision !== revision) throw changedMeanwhile(await viewNow(tx, measureId));
    const data = defined<Changeable>(asked);
    const { count } = await tx.measure.updateMany({
      where: { id: measureId, revision },
      data: { ...data, revision: { increment: 1 } },
    });
    const after = await viewNow(tx, measureId);
    if (count === 0) throw changedMeanwhile(after);
    await recordDeed(tx, actor, 'measure.change', measureId, changes(now, data));
    await tellChanged(tx, house, measureId);
    return after;
  });
  await refreshTeamBoards(house, measure.teamId);
  return view;
}

type Changeable = Partial<Pick<Measure, 'name' | 'unit' | 'direction' | 'baseline'>>;

/** What each field was and became. */
function changes(was: Measure, data: Changeable): Record<string, Change> {
  const entries = Object.entries(data) as [keyof Changeable, Change['to']][];
  return Object.fromEntries(entries.map(([key, to]) => [key, { from: was[key], to }]));
}

async function viewNow(tx: Tx, id: string): Promise<MeasureView> {
  return viewMeasure(await tx.measure.findUniqueOrThrow({ where: { id }, include: measureParts }));
}

function changedMeanwhile(current: MeasureView): Refusal {
  return new Refusal('conflict', 'Somebody changed this measure before you.', [], current);
}
