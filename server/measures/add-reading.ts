import type { AddReadingInput, ReadingView } from '#board/api/measures.ts';
import { mustOnTeam, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { mustHaveCome } from './must-have-come.ts';
import { viewReading } from './view-measure.ts';

/** Adds a reading for a day; the team's open boards show it within a second. */
export async function addReading(
  house: House,
  actor: Actor,
  measureId: string,
  { at, value }: AddReadingInput,
): Promise<ReadingView> {
  const user = mustBeUser(actor);
  const measure = await house.db.measure.findUnique({ where: { id: measureId } });
  if (!measure) throw nothingHere();
  await mustOnTeam(house, actor, measure.teamId, 'team.write-measures');
  mustHaveCome(house, at);
  const { teamId } = measure;
  const view = await house.db.$transaction(async (tx) => {
    const reading = await tx.reading.create({
      data: { id: newId(), measureId, at, value, byId: user.id },
      include: { by: true },
    });
    await recordDeed(tx, actor, 'reading.add', measureId, { at, value });
    const data = { ...viewReading(reading), measureId };
    await tellWebhooks(tx, house, { teamId, type: 'reading.added', data });
    return viewReading(reading);
  });
  await refreshTeamBoards(house, teamId);
  return view;
}
