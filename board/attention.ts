import type { Attention, TeamGlanceView } from './api/glance.ts';

/** Days without a meeting after which a team is called quiet. */
const QUIET_DAYS = 28;

type Facts = Pick<TeamGlanceView, 'promises' | 'effects' | 'requests' | 'unanswered'> & {
  /** Since the team met last; null where it never has. */
  readonly metDaysAgo: number | null;
};

/** Why somebody should look at a team, the most pressing first. [GLANCE-4] */
export function attentionOf({
  promises,
  effects,
  requests,
  unanswered,
  metDaysAgo,
}: Facts): Attention[] {
  const { count, oldest } = unanswered;
  return [
    ...(promises.late > 0 ? [{ is: 'late' as const, count: promises.late }] : []),
    ...(effects.toCheck > 0 ? [{ is: 'to-check' as const, count: effects.toCheck }] : []),
    ...(requests > 0 ? [{ is: 'asked' as const, count: requests }] : []),
    ...(oldest ? [{ is: 'unanswered' as const, count, days: oldest.days }] : []),
    ...(metDaysAgo !== null && metDaysAgo > QUIET_DAYS
      ? [{ is: 'quiet' as const, days: metDaysAgo }]
      : []),
  ];
}

const order = ['late', 'to-check', 'asked', 'unanswered', 'quiet'] as const;

/**
 * Teams by what presses most in each, and then by name: what is late comes before what is to be
 * checked, however much there is of either. Nothing is added up. [GLANCE-4]
 */
export function byNeed<T extends Pick<TeamGlanceView, 'attention' | 'teamName'>>(
  teams: readonly T[],
): T[] {
  return teams.toSorted((a, b) => place(a) - place(b) || (a.teamName < b.teamName ? -1 : 1));
}

function place({ attention: [first] }: Pick<TeamGlanceView, 'attention'>): number {
  return first ? order.indexOf(first.is) : order.length;
}
