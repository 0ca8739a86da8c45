import type { MeaningDiff } from './diff.ts';
import type { BoardDocument } from './document.ts';
import type { Projection } from './projection.ts';

export type HowChanged = 'new' | 'changed' | 'moved';

export interface ChangedCards {
  /** By the card's record. */
  readonly cards: ReadonlyMap<string, HowChanged>;
  /** Notes that are no longer there, as they were. */
  readonly gone: readonly Projection['notes'][number][];
}

/** Which cards of a board show something that changed in meaning since it was as `earlier` says. [DIFF-4] */
export function changedCards(
  { records }: Pick<BoardDocument, 'records'>,
  earlier: Projection,
  diff: MeaningDiff,
): ChangedCards {
  const subjects = changedSubjects(diff);
  const cards = new Map<string, HowChanged>();
  for (const [id, record] of records.entries()) {
    const how = subjects.get(subjectOf(id, record));
    if (how) cards.set(id, how);
  }
  const gone = new Set(diff.notesRemoved.map(({ id }) => id));
  return { cards, gone: earlier.notes.filter(({ id }) => gone.has(id)) };
}

/** What a card shows: itself, or what it names. */
function subjectOf(id: string, record: { get(key: string): unknown }): string {
  const shown = ['p:actionId', 'p:itemId', 'p:measureId', 'p:cycleId'];
  return String(shown.map((key) => record.get(key)).find((value) => value !== undefined) ?? id);
}

/** The strongest thing that can be said of each: new before changed, changed before moved. */
function changedSubjects(diff: MeaningDiff): Map<string, HowChanged> {
  const say = (how: HowChanged, ...lists: readonly (readonly { readonly id: string }[])[]) =>
    lists.flat().map(({ id }) => [id, how] as const);
  return new Map([
    ...say('moved', diff.notesMoved),
    ...say('changed', diff.notesChanged, diff.actionsMoved, diff.duesMoved, diff.ownersMoved),
    ...say('changed', diff.outcomes, diff.promisesLate, diff.votesChanged),
    ...say('changed', diff.readings, diff.readingsCorrected, diff.targetsMoved),
    ...say('changed', diff.targetsProposed, diff.knowledgeChanged, diff.cyclesChanged),
    ...say('new', diff.notesAdded, diff.actionsProposed, diff.knowledgeAdded, diff.cyclesStarted),
  ]);
}
