import { Refusal } from '../refusal.ts';
import type { Actor, UserActor } from './actor.ts';

/** The actor as a signed-in user, or a refusal that asks to sign in. */
export function mustBeUser(actor: Actor): UserActor {
  if (actor.kind === 'user') return actor;
  throw new Refusal('sign-in', 'Sign in first.');
}
