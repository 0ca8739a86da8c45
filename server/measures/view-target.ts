import type { TargetView } from '#board/api/targets.ts';
import type { Prisma, Target, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a target query has to include for `viewTarget`. */
export const targetParts = { proposedBy: true, answeredBy: true } satisfies Prisma.TargetInclude;

export type TargetRow = Target & { proposedBy: User | null; answeredBy: User | null };

export function viewTarget(row: TargetRow): TargetView {
  const { id, measureId, value, by, why, state, counterTo, proposedAs, answer } = row;
  return {
    id,
    measureId,
    value,
    by,
    why,
    state,
    counterTo,
    proposedBy: row.proposedBy && nameOf(row.proposedBy),
    proposedAs,
    proposedAt: row.proposedAt.toISOString(),
    answeredBy: row.answeredBy && nameOf(row.answeredBy),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answer,
  };
}
