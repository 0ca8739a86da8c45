import type { CorrectReadingInput, ReadingStoryView } from '#board/api/measures.ts';
import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { Reading } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustHaveCome } from './must-have-come.ts';
import { mustOnMeasure } from './must-on-measure.ts';
import { tellChanged } from './tell-changed.ts';
import { readingParts, viewReadingStory } from './view-measure.ts';

interface Which {
  readonly measureId: string;
  readonly readingId: string;
}

/**
 * Corrects a reading, takes it out of the chart or puts it back. What it was stays, with who, when
 * and why. Only from the revision that the asker knew: whoever comes too late gets the reading as it
 * stands, with theirs in its history. [MEAS-2] [MEAS-3]
 */
export async function correctReading(
  house: House,
  actor: Actor,
  { measureId, readingId }: Which,
  { revision, reason, ...asked }: CorrectReadingInput,
): Promise<ReadingStoryView> {
  const user = mustBeUser(actor);
  const { measure } = await mustOnMeasure(house, actor, measureId, 'team.write-measures');
  const was = await house.db.reading.findFirst({ where: { id: readingId, measureId } });
  if (!was) throw nothingHere();
  mustHaveCome(house, asked.at);
  const view = await house.db.$transaction(async (tx) => {
    if (was.revision !== revision) throw await changedMeanwhile(tx, readingId);
    const data = become(was, asked, house.clock());
    const { count } = await tx.reading.updateMany({
      where: { id: readingId, revision },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count === 0) throw await changedMeanwhile(tx, readingId);
    const { at: wasAt, value: wasValue } = was;
    await tx.correction.create({
      data: {
        readingId,
        revision: revision + 1,
        ...{ wasAt, wasValue, wasWithdrawn: was.withdrawn !== null },
        reason,
        byId: user.id,
        correctedAt: house.clock(),
      },
    });
    await recordDeed(tx, actor, 'reading.correct', measureId, {
      readingId,
      from: { at: wasAt, value: wasValue, withdrawn: was.withdrawn !== null },
      to: { at: data.at, value: data.value, withdrawn: data.withdrawn !== null },
      reason,
    });
    await tellChanged(tx, house, measureId);
    return viewNow(tx, readingId);
  });
  await refreshTeamBoards(house, measure.teamId);
  return view;
}

type Said = Pick<Reading, 'at' | 'value' | 'withdrawn'>;

/** What the reading says after it; refuses a correction that corrects nothing. */
function become(
  was: Reading,
  asked: Omit<CorrectReadingInput, 'revision' | 'reason'>,
  now: Date,
): Said {
  const { at = was.at, value = was.value, withdrawn = was.withdrawn !== null } = asked;
  if (at === was.at && value === was.value && withdrawn === (was.withdrawn !== null)) {
    throw new Refusal('invalid', 'This corrects nothing.', [
      { field: 'value', code: 'unchanged', message: 'is what it says already' },
    ]);
  }
  return { at, value, withdrawn: withdrawn ? (was.withdrawn ?? now) : null };
}

async function viewNow(tx: Tx, id: string): Promise<ReadingStoryView> {
  return viewReadingStory(
    await tx.reading.findUniqueOrThrow({ where: { id }, include: readingParts }),
  );
}

async function changedMeanwhile(tx: Tx, readingId: string): Promise<Refusal> {
  const current = await viewNow(tx, readingId);
  return new Refusal('conflict', 'Somebody corrected this reading before you.', [], current);
}
