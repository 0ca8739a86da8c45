import type { Glimpse } from './glimpse.ts';
import { waitsForAnswer } from '../help/waits-for-answer.ts';

/** What the team asked of managers and coaches and nobody has answered. [REV-7] */
export function countOpenRequests({ db, teamId }: Glimpse): Promise<number> {
  return db.helpRequest.count({
    where: { board: { teamId, binnedAt: null }, ...waitsForAnswer },
  });
}
