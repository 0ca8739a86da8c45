import type { Projection } from './projection.ts';

/** Something that was on a board and is gone, or says something else now. */
export interface Lost {
  /** What `restoreCards` takes. */
  readonly id: string;
  readonly kind: 'note' | 'action' | 'topic';
  readonly text: string;
  /** It is there, with other words. */
  readonly changed: boolean;
}

/** What could be brought back from `then`; promises are not among it, as they stay what they are. */
export function lostSince(then: Projection, now: Projection): Lost[] {
  const promised = new Set(now.actions.flatMap(({ id, taskId }) => (taskId === null ? [] : id)));
  return [
    ...lostOf('note', then.notes, now.notes),
    ...lostOf('action', then.actions.map(titled), now.actions.map(titled)).filter(
      ({ id }) => !promised.has(id),
    ),
    ...lostOf('topic', then.knowledge.map(named), now.knowledge.map(named)),
  ];
}

interface Saying {
  readonly id: string;
  readonly text: string;
  readonly isShown?: boolean;
}

function lostOf(kind: Lost['kind'], then: readonly Saying[], now: readonly Saying[]): Lost[] {
  const there = new Map(
    now.filter(({ isShown = true }) => isShown).map(({ id, text }) => [id, text]),
  );
  return then
    .filter(
      ({ id, text, isShown = true }) => isShown && text.trim() !== '' && there.get(id) !== text,
    )
    .map(({ id, text }) => ({ id, kind, text, changed: there.has(id) }));
}

/** An action without a card is on no canvas. */
function titled({ id, title, cards }: Projection['actions'][number]): Saying {
  return { id, text: title, isShown: cards.length > 0 };
}

function named({ id, topic }: Projection['knowledge'][number]): Saying {
  return { id, text: topic };
}
