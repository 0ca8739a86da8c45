import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { clientRoots } from './document.ts';
import type { BoardDocument } from './document.ts';
import { isWithin, reapplyText } from './reapply-text.ts';
import { fillFragment, plainText, readFragment } from './rich-text.ts';
import { partsOf } from './unsaved-parts.ts';
import type { UnsavedParts } from './unsaved-parts.ts';

/**
 * Writes into `fresh`, a board of another epoch, what `updates` had put into `old` and nobody saved:
 * new records whole, values key by key, texts merged. What they deleted stays as `fresh` has it, and
 * so does a record that `fresh` no longer has. Writing it twice says it once. Call inside a
 * transaction of `fresh`; throws when one of `updates` is no update. [SYNC-46]
 */
export function reapply(
  old: BoardDocument,
  updates: readonly Uint8Array[],
  fresh: BoardDocument,
): void {
  const unsaved = partsOf(updates);
  for (const root of clientRoots) {
    reapplyMap(old[root] as Y.Map<unknown>, fresh[root] as Y.Map<unknown>, unsaved);
  }
}

function reapplyMap(old: Y.Map<unknown>, fresh: Y.Map<unknown>, unsaved: UnsavedParts): void {
  for (const [key, item] of old._map) {
    if (item.deleted) continue;
    const { client, clock } = item.lastId;
    reapplyEntry(key, old.get(key), fresh, unsaved, unsaved.inserted(client, clock));
  }
}

function reapplyEntry(
  key: string,
  mine: unknown,
  fresh: Y.Map<unknown>,
  unsaved: UnsavedParts,
  isUnsaved: boolean,
): void {
  const theirs = fresh.get(key);
  if (mine instanceof Y.Map && theirs instanceof Y.Map) reapplyMap(mine, theirs, unsaved);
  else if (mine instanceof Y.Text && theirs instanceof Y.Text) reapplyText(mine, theirs, unsaved);
  else if (mine instanceof Y.XmlFragment && theirs instanceof Y.XmlFragment)
    reapplyRich(mine, theirs, unsaved);
  else if (!isUnsaved) return;
  else if (mine instanceof Y.AbstractType) fresh.set(key, mine.clone());
  else if (!equalityDeep(mine, theirs)) fresh.set(key, mine);
}

function reapplyRich(old: Y.XmlFragment, fresh: Y.XmlFragment, unsaved: UnsavedParts): void {
  const [mine, theirs] = [readFragment(old), readFragment(fresh)];
  const written = old.toArray().filter((_node, at) => isWritten(itemAt(old, at), unsaved));
  if (written.length === 0 || equalityDeep(mine, theirs)) return;
  if (isWithin(plainText(theirs), plainText(mine))) {
    fresh.delete(0, fresh.length);
    return fillFragment(fresh, mine);
  }
  // Others wrote here too: their paragraphs stay, and mine come below them.
  const there = new Set(fresh.toArray().map(String));
  const missing = written.filter((node) => !there.has(String(node)));
  fresh.push(missing.map((node) => node.clone() as Y.XmlElement | Y.XmlText));
}

function itemAt(fragment: Y.XmlFragment, index: number): Y.Item | null {
  let at = 0;
  for (let item = fragment._start; item; item = item.right) {
    if (!item.deleted && item.countable && at++ === index) return item;
  }
  return null;
}

/** Some of it, or of what lies in it, is unsaved. */
function isWritten(item: Y.Item | null, unsaved: UnsavedParts): boolean {
  if (!item || item.deleted) return false;
  const { client, clock } = item.id;
  for (let at = 0; at < item.length; at++) if (unsaved.inserted(client, clock + at)) return true;
  if (!(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  for (let inner = type._start; inner; inner = inner.right) {
    if (isWritten(inner, unsaved)) return true;
  }
  return [...type._map.values()].some((inner) => isWritten(inner, unsaved));
}
