/**
 * Who may do what: one table that HTTP, WebSocket and pages all ask. [ACCESS-1]
 */

/** What somebody is with respect to one team or board; one person may be several at once. */
export type Subject =
  | 'admin' // keeps the installation; sees no board by that alone
  | 'member'
  | 'manager'
  | 'coach'
  | 'guest-write' // came in by an invite link, may edit that board
  | 'guest-view'; // came in by an invite link, may look at that board

const team: readonly Subject[] = ['member', 'manager', 'coach'];
const viewers: readonly Subject[] = [...team, 'guest-write', 'guest-view'];
const writers: readonly Subject[] = [...team, 'guest-write'];
const promisers: readonly Subject[] = ['member', 'manager'];

const table = {
  'organisation.add-team': ['admin', 'manager'],
  'organisation.read-outbox': ['admin'],
  'organisation.keep-snapshots': ['admin'],
  'team.see': [...team, 'admin'],
  'team.manage-members': ['manager', 'admin'],
  'team.manage-webhooks': ['manager'],
  'team.add-board': team,
  /** How its improving goes, in numbers of the team. */
  'team.glance': ['manager', 'coach'],
  'team.see-boards': team,
  'team.see-measures': team,
  'team.write-measures': team,
  'target.propose': promisers,
  'target.answer': promisers,
  'team.see-tasks': team,
  'board.see': viewers,
  'board.write': writers,
  'board.rename': team,
  'board.bin': ['member', 'manager'],
  'board.invite': team,
  'action.propose': writers,
  'action.confirm': promisers,
  /** A round of consent: hold it and answer in it. */
  'consent.take-part': team,
  'task.move': promisers,
  'task.comment': team,
  'meeting.see': team,
  'meeting.hold': team,
  /** Closing it although something is undecided; whoever facilitates may too. */
  'meeting.override': ['manager', 'coach'],
  'snapshot.take': team,
  'snapshot.see': team,
  'snapshot.restore': ['member', 'manager'],
  'snapshot.review': ['manager', 'coach'],
  'review.reply': team,
  'help.see': team,
  'help.ask': team,
  /** What was asked of oneself, or promised by oneself. */
  'help.answer': ['manager', 'coach'],
} as const satisfies Record<string, readonly Subject[]>;

export type Deed = keyof typeof table;
export const deeds = Object.keys(table) as Deed[];

/** True when one of the subjects may do the deed; no subjects means an outsider, who may do nothing. */
export function may(subjects: readonly Subject[], deed: Deed): boolean {
  const allowed: readonly Subject[] = table[deed];
  return subjects.some((subject) => allowed.includes(subject));
}
