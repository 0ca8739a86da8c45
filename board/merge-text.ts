import type * as Y from 'yjs';

/** One replacement: `remove` characters at `at` give way to `insert`. Offsets are UTF-16 units. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest single replacement that turns `before` into `after`; undefined when they are equal. */
export function spliceBetween(before: string, after: string): Splice | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return {
    at: start,
    remove: before.length - start - end,
    insert: after.slice(start, after.length - end),
  };
}

/**
 * Writes into `text` what somebody changed from `base` to `mine`, keeping what others have changed
 * in it since `base`. [DOC-5]
 */
export function mergeText(text: Y.Text, base: string, mine: string): void {
  const change = spliceBetween(base, mine);
  if (!change) return;
  const theirs = spliceBetween(base, text.toString());
  const moved = theirs ? shift(change, theirs) : change;
  if (moved.remove > 0) text.delete(moved.at, moved.remove);
  if (moved.insert !== '') text.insert(moved.at, moved.insert);
}

/** Where `mine` applies after `theirs` was applied; characters both removed are removed once. */
function shift(mine: Splice, theirs: Splice): Splice {
  const grown = theirs.insert.length - theirs.remove;
  const theirEnd = theirs.at + theirs.remove;
  const myEnd = mine.at + mine.remove;
  if (myEnd <= theirs.at) return mine;
  if (mine.at >= theirEnd) return { ...mine, at: mine.at + grown };
  const overlap = Math.min(myEnd, theirEnd) - Math.max(mine.at, theirs.at);
  // What they put inside the stretch I replace stays: only my characters before it go.
  if (mine.at < theirs.at) {
    return { at: mine.at, remove: theirs.at - mine.at, insert: mine.insert };
  }
  return {
    at: theirs.at + theirs.insert.length,
    remove: mine.remove - overlap,
    insert: mine.insert,
  };
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
