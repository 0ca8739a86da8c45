import type { Author } from '#board/edits.ts';
import type { Actor } from '../auth/actor.ts';

/** How the actor's name goes onto a card. */
export function authorOf(actor: Exclude<Actor, { kind: 'nobody' }>, now: Date): Author {
  return { by: actor.id, byName: actor.name, at: now.toISOString() };
}
