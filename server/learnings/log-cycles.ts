import { foldText } from '#board/fold-text.ts';
import type { Projection } from '#board/projection.ts';
import type { UserActor } from '../auth/actor.ts';
import type { Learning } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { newId } from '../new-id.ts';

interface From {
  readonly boardId: string;
  readonly user: UserActor;
  readonly at: Date;
}

/**
 * Brings the learning log up to date with what the board's cycles say now: one entry for each cycle
 * from which something was learned. What a team took back, or took off the board, leaves the log;
 * earlier words stay in snapshots alone. [ACT-28] [ACT-33]
 */
export async function logCycles(tx: Tx, from: From, cycles: Projection['cycles']): Promise<void> {
  const spoken = cycles.filter(({ learned }) => learned.trim() !== '');
  await tx.learning.deleteMany({
    where: {
      ...{ boardId: from.boardId, kind: 'cycle' },
      cycleId: { notIn: spoken.map(({ id }) => id) },
    },
  });
  const there = await tx.learning.findMany({ where: { boardId: from.boardId, kind: 'cycle' } });
  const byCycle = new Map(there.map((entry) => [entry.cycleId, entry]));
  for (const cycle of spoken) await logCycle(tx, from, cycle, byCycle.get(cycle.id));
}

async function logCycle(
  tx: Tx,
  { boardId, user, at }: From,
  cycle: Projection['cycles'][number],
  there: Learning | undefined,
): Promise<void> {
  const { id: cycleId, number: cycleNumber, expected, happened, learned } = cycle;
  const texts = { expectedWords: expected, happenedWords: happened, learned };
  const searchText = foldText(`${expected} ${happened} ${learned}`);
  if (!there) {
    const entry = { id: newId(), kind: 'cycle' as const, title: '', cycleId, cycleNumber, at };
    const { teamId } = await tx.board.findUniqueOrThrow({ where: { id: boardId } });
    const of = { teamId, boardId, byId: user.id };
    await tx.learning.create({ data: { ...entry, ...of, ...texts, searchText } });
  } else if (
    there.learned !== learned ||
    there.expectedWords !== expected ||
    there.happenedWords !== happened
  ) {
    await tx.learning.update({
      where: { id: there.id },
      data: { ...texts, searchText, at, byId: user.id },
    });
  }
}
