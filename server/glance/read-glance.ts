import { may } from '#board/access.ts';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { GLANCE_DAYS } from '#board/api/glance.ts';
import { attentionOf, byNeed } from '#board/attention.ts';
import { todayOf, zoneOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { countEffects } from './count-effects.ts';
import { countMeetings } from './count-meetings.ts';
import { countPromises } from './count-promises.ts';
import { countOpenRequests } from './count-open-requests.ts';
import { findUnanswered } from './find-unanswered.ts';
import type { Glimpse } from './glimpse.ts';
import { DAY_MS, daysSince } from './glimpse.ts';
import { newestSnapshot } from './newest-snapshot.ts';
import { shownMeasure } from './shown-measure.ts';

/**
 * The teams that the asker manages or coaches, those that need attention first. Every number is of a
 * team; only a manager's own promises are counted by person, and for that manager alone. [GLANCE-1]
 */
export async function readGlance(house: House, actor: Actor): Promise<TeamGlanceView[]> {
  const user = mustBeUser(actor);
  const memberships = await house.db.membership.findMany({
    where: { userId: user.id },
    include: { team: true },
  });
  const looked = memberships.filter(({ role }) => may([role], 'team.glance'));
  const at = house.clock();
  const when = {
    at,
    since: new Date(at.getTime() - GLANCE_DAYS * DAY_MS),
    today: todayOf(house, user),
    zone: zoneOf(house, user),
  };
  const teams = await Promise.all(
    looked.map(({ team, role }) => {
      const ownerId = role === 'manager' ? user.id : null;
      return glanceAt({ ...when, db: house.db, teamId: team.id }, { name: team.name, ownerId });
    }),
  );
  return byNeed(teams);
}

async function glanceAt(
  glimpse: Glimpse,
  { name, ownerId }: { name: string; ownerId: string | null },
): Promise<TeamGlanceView> {
  const { db, teamId, at } = glimpse;
  const { promises, own } = await countPromises(glimpse, ownerId);
  const effects = await countEffects(glimpse);
  const unanswered = await findUnanswered(glimpse);
  const requests = await countOpenRequests(glimpse);
  const { lastAt, ...meetings } = await countMeetings(glimpse);
  const cycle = await db.learning.findFirst({
    where: { teamId, kind: 'cycle' },
    orderBy: { at: 'desc' },
  });
  const metDaysAgo = lastAt && daysSince(lastAt, at);
  return {
    teamId,
    teamName: name,
    attention: attentionOf({ promises, effects, requests, unanswered, metDaysAgo }),
    measure: await shownMeasure(glimpse),
    promises,
    effects,
    requests,
    unanswered,
    cycleEndedDays: cycle && daysSince(cycle.at, at),
    meetings,
    newestSnapshot: await newestSnapshot(glimpse),
    own,
  };
}
