import type { Prisma } from '../db/generated/client.ts';
import { newId } from '../new-id.ts';

interface First {
  readonly target: number;
  readonly targetBy: string | null;
  readonly byId: string | null;
}

/** The target that a measure was made with, as a row: it holds from the start. [MEAS-8] */
export function firstTarget(
  now: Date,
  { target, targetBy, byId }: First,
): Prisma.TargetUncheckedCreateWithoutMeasureInput {
  return {
    ...{ id: newId(), value: target, by: targetBy, why: '', state: 'agreed' },
    proposedById: byId,
    proposedAt: now,
  };
}
