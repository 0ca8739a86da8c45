import type { BoardDocument } from './document.ts';

/** The round in which anybody votes at any time, outside of a meeting. */
export const OPEN_ROUND = 'open';

/** Dots that one person may give to one subject in a round. */
export const MOST_VOTES = 99;

export interface Votes {
  /** Dots of everybody together. */
  readonly total: number;
  readonly mine: number;
}

const voteKey = (round: string, subject: string, personId: string): string => {
  return [round, subject, personId].join('|');
};

/** The dots on a card, by its record id. What is no count from 0 to 99 counts for nothing. [DOC-15] */
export function readVotes(
  { votes }: BoardDocument,
  round: string,
  subject: string,
  personId: string,
): Votes {
  const start = voteKey(round, subject, '');
  let total = 0;
  for (const [key, count] of votes.entries()) if (key.startsWith(start)) total += asCount(count);
  return { total, mine: asCount(votes.get(voteKey(round, subject, personId))) };
}

/** Gives a person's dots to a card; 0 takes them back. Call inside a transaction. */
export function setVotes(
  { votes }: BoardDocument,
  round: string,
  subject: string,
  personId: string,
  count: number,
): void {
  const key = voteKey(round, subject, personId);
  if (count <= 0) votes.delete(key);
  else votes.set(key, Math.min(count, MOST_VOTES));
}

export interface VoteSum {
  readonly round: string;
  readonly subject: string;
  readonly count: number;
}

/** The dots of everybody together on each subject in each round, in a fixed order. [DOC-15] */
export function sumVotes({ votes }: BoardDocument): VoteSum[] {
  const sums = new Map<string, VoteSum>();
  for (const [key, value] of [...votes.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [round = '', subject = '', voter, more] = key.split('|');
    const count = asCount(value);
    if (voter === undefined || more !== undefined || count === 0) continue;
    const id = `${round}|${subject}`;
    sums.set(id, { round, subject, count: (sums.get(id)?.count ?? 0) + count });
  }
  return [...sums.values()];
}

function asCount(value: unknown): number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= MOST_VOTES
    ? Number(value)
    : 0;
}
