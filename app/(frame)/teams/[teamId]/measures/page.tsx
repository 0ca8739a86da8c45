import { MeasureOverview } from '#components/measures/measure-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listActions } from '#server/measures/list-actions.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import { pageAnswer } from '../../../../page-answer.ts';
import { today } from '../../../../today.ts';

export default async function MeasuresPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}/measures`;
  const measures = await pageAnswer(listMeasures(theHouse(), actor, teamId), here);
  const actions = await pageAnswer(listActions(theHouse(), actor, teamId), here);
  return (
    <MeasureOverview teamId={teamId} measures={measures} actions={actions} today={await today()} />
  );
}
