import type { MeaningDiff } from '#board/diff.ts';

/** The lists of promises, with each action told once: in the words that say most. */
export function toldMoves(diff: MeaningDiff) {
  const said = idsOf(
    diff.promisesMade,
    diff.promisesKept,
    diff.actionsReopened,
    diff.actionsDropped,
    diff.outcomes,
  );
  const moved = diff.actionsMoved.filter(({ id }) => !said.has(id));
  const later = idsOf(diff.actionsMoved);
  const proposed = diff.actionsProposed.filter(({ id }) => !said.has(id) && !later.has(id));
  const lists = [
    ...[diff.promisesMade, diff.promisesKept, diff.promisesLate, diff.silent, diff.duesMoved],
    ...[diff.ownersMoved, diff.actionsReopened, diff.actionsDropped, diff.actionsRemoved],
    ...[moved, proposed],
  ];
  return { moved, proposed, count: lists.reduce((sum, list) => sum + list.length, 0) };
}

function idsOf(...lists: readonly (readonly { readonly id: string }[])[]): Set<string> {
  return new Set(lists.flat().map(({ id }) => id));
}
