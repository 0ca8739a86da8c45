import type { Seen } from '#board/effect-gate.ts';
import type { EffectOutcome } from '#board/facts.ts';
import { foldText } from '#board/fold-text.ts';
import type { UserActor } from '../auth/actor.ts';
import type { Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { predictionOf } from '../tasks/prediction.ts';
import type { TaskRow } from '../tasks/view-task.ts';

interface Check extends Seen {
  readonly kind: 'effect' | 'relapse';
  readonly task: TaskRow;
  readonly user: UserActor;
  readonly at: Date;
  readonly reached: boolean | null;
  readonly outcome?: EffectOutcome | undefined;
  readonly learned?: string | undefined;
  readonly tell?: string | undefined;
}

/** Writes into the learning log what a check brought, in the check's own transaction. [ACT-28] */
export async function logCheck(tx: Tx, check: Check): Promise<void> {
  const { kind, task, user, at, reached, outcome, reading, observation, learned, tell } = check;
  const expected = predictionOf(task);
  const { title, measure } = task;
  const spoken = [title, measure?.name, expected.observation, observation, learned, tell];
  await tx.learning.create({
    data: {
      id: newId(),
      ...{ kind, at, title, reached },
      teamId: task.teamId,
      boardId: task.boardId,
      taskId: task.id,
      byId: user.id,
      measureName: measure?.name ?? null,
      unit: measure?.unit ?? null,
      expectedValue: expected.expected,
      expectedWords: expected.observation,
      happenedValue: reading ?? null,
      happenedWords: observation ?? null,
      outcome: outcome ?? null,
      learned: learned ?? null,
      tell: tell ?? null,
      searchText: foldText(spoken.filter(Boolean).join(' ')),
    },
  });
}
