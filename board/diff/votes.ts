import type { Projection } from '../projection.ts';
import type { MeaningDiff } from '../diff.ts';

/** Subjects that have more or fewer dots, as far as they are still there to be named. */
export function diffVotes(from: Projection, to: Projection) {
  const [before, after] = [countsOf(from), countsOf(to)];
  const words = new Map(to.notes.map(({ id, text }) => [id, text]));
  const votesChanged: MeaningDiff['votesChanged'] = [];
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const change = { from: before.get(id) ?? 0, to: after.get(id) ?? 0 };
    const text = words.get(id);
    if (text !== undefined && change.from !== change.to) votesChanged.push({ id, text, ...change });
  }
  return { votesChanged };
}

/** The dots of all rounds together. */
function countsOf({ votes }: Projection): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { subject, count } of votes) counts.set(subject, (counts.get(subject) ?? 0) + count);
  return counts;
}
