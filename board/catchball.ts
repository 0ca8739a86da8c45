import { may } from './access.ts';
import type { TeamRole } from './api/teams.ts';

/** Somebody of a team, as a side of catchball sees them. */
export interface Side {
  readonly id: string;
  readonly role: TeamRole;
}

/** Who proposed a target, and for which side; null where that is no longer known. */
export interface Proposer {
  readonly id: string | null;
  readonly role: TeamRole | null;
}

/**
 * Whether somebody may agree to a proposed target: never whoever proposed it, and somebody of the
 * same side only while the team has nobody of the other. [MEAS-7]
 */
export function mayAgree(proposer: Proposer, asker: Side, team: readonly Side[]): boolean {
  if (!answers(asker) || asker.id === proposer.id) return false;
  if (asker.role !== proposer.role) return true;
  return !team.some((one) => answers(one) && one.role !== proposer.role && one.id !== proposer.id);
}

/** Who in the team may agree to it, in one word. */
export const answerers = ['member', 'manager', 'anybody', 'nobody'] as const;

export function whoAgrees(proposer: Proposer, team: readonly Side[]): (typeof answerers)[number] {
  const roles = new Set(
    team.filter((one) => mayAgree(proposer, one, team)).map(({ role }) => role),
  );
  if (roles.size === 0) return 'nobody';
  const [role] = roles;
  return roles.size === 1 && role !== proposer.role && role !== 'coach' && role ? role : 'anybody';
}

function answers({ role }: Side): boolean {
  return may([role], 'target.answer');
}
