/** What the page of the log is asked for. */
export interface LearnedQuery {
  /** Words to search for; empty for everything. */
  readonly q: string;
  readonly team?: string | undefined;
  readonly cursor?: string | undefined;
}

export function learnedPath({ q, team, cursor }: LearnedQuery): string {
  const search = new URLSearchParams({
    ...(q && { q }),
    ...(team && { team }),
    ...(cursor && { cursor }),
  }).toString();
  return search === '' ? '/learned' : `/learned?${search}`;
}
