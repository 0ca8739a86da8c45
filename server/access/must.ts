import { may } from '#board/access.ts';
import type { Deed, Subject } from '#board/access.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { standingInHouse, standingOnBoard, standingOnTeam } from './standing.ts';
import type { BoardStanding, TeamStanding } from './standing.ts';

/** Throws unless the actor may do the deed for the whole installation. */
export function mustInHouse(actor: Actor, deed: Deed): void {
  if (actor.kind === 'nobody') throw signInFirst();
  if (!may(standingInHouse(actor), deed))
    throw new Refusal('no-right', 'Only an administrator may do this.');
}

/** The team, if the actor may do the deed there; to outsiders a missing team and a closed one look the same. */
export async function mustOnTeam(
  house: House,
  actor: Actor,
  teamId: string,
  deed: Deed,
): Promise<TeamStanding> {
  const standing = await standingOnTeam(house.db, actor, teamId);
  if (!standing) throw refused(actor, [], 'team.see', deed);
  if (!may(standing.subjects, deed)) throw refused(actor, standing.subjects, 'team.see', deed);
  return standing;
}

/** The board, if the actor may do the deed there; a board in the bin is found only when `binned` says so. */
export async function mustOnBoard(
  house: House,
  actor: Actor,
  boardId: string,
  deed: Deed,
  { binned = false }: { binned?: boolean } = {},
): Promise<BoardStanding> {
  const standing = await standingOnBoard(house.db, actor, boardId, house.clock());
  if (!standing || (standing.board.binnedAt !== null && !binned))
    throw refused(actor, [], 'board.see', deed);
  if (!may(standing.subjects, deed)) throw refused(actor, standing.subjects, 'board.see', deed);
  return standing;
}

function refused(actor: Actor, subjects: readonly Subject[], see: Deed, deed: Deed): Refusal {
  if (actor.kind === 'nobody') return signInFirst();
  if (!may(subjects, see)) return nothingHere();
  return new Refusal('no-right', `Your role does not include this (${deed}).`);
}

/** One answer for what is missing and for what is closed, so that nobody can tell them apart. [ACCESS-1] */
export function nothingHere(): Refusal {
  return new Refusal('not-found', 'There is nothing here, or nothing that you may see.');
}

function signInFirst(): Refusal {
  return new Refusal('sign-in', 'Sign in first.');
}
