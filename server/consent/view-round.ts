import type { ConsentRound as RoundView } from '#board/consent.ts';
import type { ConsentAnswer, ConsentRound, Prisma, User } from '../db/generated/client.ts';

/** What a query for rounds has to include for `viewRound`. */
export const roundParts = {
  openedBy: true,
  closedBy: true,
  answers: { include: { user: true }, orderBy: { number: 'asc' } },
} satisfies Prisma.ConsentRoundInclude;

export type RoundRow = ConsentRound & {
  openedBy: User;
  closedBy: User | null;
  answers: (ConsentAnswer & { user: User })[];
};

export function viewRound(round: RoundRow): RoundView {
  const { id, actionId, step, words, version, revision, outcome, openedAt, closedAt } = round;
  return {
    ...{ id, actionId, step, words, version, revision, outcome },
    openedBy: nameOf(round.openedBy),
    openedAt: openedAt.toISOString(),
    answers: round.answers.map(({ user, version: to, kind, text, at, met }) => {
      return { by: nameOf(user), version: to, kind, text, at: at.toISOString(), met };
    }),
    closedBy: round.closedBy && nameOf(round.closedBy),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

function nameOf({ id, name }: User): { id: string; name: string } {
  return { id, name };
}
