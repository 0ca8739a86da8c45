import type { Author } from '#board/edits.ts';
import type { Actor } from '../auth/actor.ts';
import { Refusal } from '../refusal.ts';

/** How the actor's name goes onto a card; nobody has none. */
export function authorOf(actor: Actor, now: Date): Author {
  if (actor.kind === 'nobody') throw new Refusal('sign-in', 'Sign in first.');
  return { by: actor.id, byName: actor.name, at: now.toISOString() };
}
