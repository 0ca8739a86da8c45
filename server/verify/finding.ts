/** One thing that is not as it was written. */
export interface Finding {
  readonly boardId: string;
  readonly boardTitle: string;
  /** Which part: `log row 12`, `state 40`, `snapshot 3`, `content ab12…`. */
  readonly part: string;
  readonly what: string;
}

export type Find = (part: string, what: string) => void;

export function sayFinding({ boardId, boardTitle, part, what }: Finding): string {
  return `Board ${boardId} “${boardTitle}”, ${part}: ${what}.`;
}
