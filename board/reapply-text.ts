import * as Y from 'yjs';
import { mergeText } from './merge-text.ts';
import type { UnsavedParts } from './unsaved-parts.ts';

/** Writes into `fresh` what was typed into `old` and not saved, keeping what others wrote. [SYNC-46] */
export function reapplyText(old: Y.Text, fresh: Y.Text, unsaved: UnsavedParts): void {
  const { base, touched } = before(old, unsaved);
  const mine = old.toString();
  const theirs = fresh.toString();
  if (!touched || mine === theirs) return;
  mergeText(fresh, baseIn(theirs, base, mine), mine);
}

/** A character as it was; null for one that was deleted, of which nothing but its place is left. */
type Was = string | null;

interface Before {
  readonly base: readonly Was[];
  readonly touched: boolean;
}

/** The text as it was without the unsaved changes. */
function before(text: Y.Text, unsaved: UnsavedParts): Before {
  const base: Was[] = [];
  let touched = false;
  for (let item = text._start; item; item = item.right) {
    if (!item.countable && !item.deleted) continue;
    const chars = item.content instanceof Y.ContentString ? item.content.str : '';
    for (let at = 0; at < item.length; at++) {
      const { client, clock } = item.id;
      const inserted = unsaved.inserted(client, clock + at);
      const gone = item.deleted && unsaved.deleted(client, clock + at);
      touched ||= inserted ? !item.deleted : gone;
      if (inserted) continue;
      if (gone) base.push(null);
      else if (!item.deleted) base.push(chars.charAt(at));
    }
  }
  return { base, touched };
}

/** What to take for the text that both sides started from. */
function baseIn(theirs: string, base: readonly Was[], mine: string): string {
  // Nobody else changed it: then what I deleted is known again.
  if (fits(theirs, base)) return theirs;
  const known = base.filter((was) => was !== null).join('');
  // Part of mine arrived after all, and nothing else: it must not come twice.
  if (isWithin(known, theirs) && isWithin(theirs, mine)) return theirs;
  return known;
}

function fits(text: string, base: readonly Was[]): boolean {
  return text.length === base.length && base.every((was, at) => was === null || was === text[at]);
}

/** True when `part` is left of `whole` after taking characters out. */
export function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length && at < part.length; i++) if (whole[i] === part[at]) at++;
  return at === part.length;
}
