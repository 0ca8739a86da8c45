import type { ImportView } from '#board/api/readings-csv.ts';

/** What somebody may do with a file that was looked at. */
export type ImportChoice =
  /** There is no line in it that could be a reading. */
  | { readonly may: 'choose-another' }
  /** All it says is there already, or was taken back. */
  | { readonly may: 'nothing' }
  | { readonly may: 'take'; readonly take: 'all' | 'good'; readonly count: number };

export function importChoice({ good, skipped, takenBack, bad }: ImportView): ImportChoice {
  if (good.length > 0)
    return { may: 'take', take: bad.length === 0 ? 'all' : 'good', count: good.length };
  return skipped.length + takenBack.length > 0 ? { may: 'nothing' } : { may: 'choose-another' };
}
