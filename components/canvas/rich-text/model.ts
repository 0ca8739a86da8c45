import type { TLRichText } from 'tldraw';
import { isEqual } from 'tldraw';
import * as Y from 'yjs';
import { fillFragment, readFragment } from '#board/rich-text.ts';
import { mergeStrings } from '../merge-strings.ts';
import { plainLines, textOfLines } from './plain-lines.ts';
import { fetchTextEngine, textEngine } from './text-engine.ts';
import { writeLines } from './write-lines.ts';

type RichJson = { type: string; content?: readonly unknown[] };

/**
 * Whether the text is one that the text editor can hold. `later` when that takes the engine, which is
 * on its way from then on: until it has come, no text that is more than plain lines is on the board.
 */
export function fits(json: RichJson): 'yes' | 'no' | 'later' {
  if (plainLines(json)) return 'yes';
  const engine = textEngine();
  if (engine) return engine.parse(json) ? 'yes' : 'no';
  void fetchTextEngine().catch(() => undefined);
  return 'later';
}

/** Equal for a reader: default attributes and the order of marks make no difference. */
export function sameRichText(a: RichJson, b: RichJson): boolean {
  if (isEqual(a, b)) return true;
  const [left, right] = [plainLines(a), plainLines(b)];
  if (left && right) return isEqual(left, right);
  const engine = textEngine();
  const [one, other] = [engine?.parse(a), engine?.parse(b)];
  return one !== undefined && other !== undefined && one.eq(other);
}

/** Writes what changed from `base` to `mine` into the fragment, keeping what others changed since. */
export function writeRichText(fragment: Y.XmlFragment, base: RichJson, mine: RichJson): void {
  const theirs = readFragment(fragment);
  overwrite(fragment, sameRichText(theirs, base) ? mine : mergeRichText(base, theirs, mine));
}

/** What `theirs` and `mine`, two descendants of `base`, make together; `mine` if that fits no schema. */
export function mergeRichText(base: RichJson, theirs: RichJson, mine: RichJson): TLRichText {
  if (!textEngine()) return mergeLines(base, theirs, mine);
  const origin = scratch(base);
  const left = fork(origin, theirs);
  const right = fork(origin, mine);
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
  const merged = readFragment(left.getXmlFragment(ROOT));
  return (fits(merged) === 'yes' ? merged : mine) as TLRichText;
}

/** The same for plain lines, which are all there is before the engine has come. */
function mergeLines(...texts: [base: RichJson, theirs: RichJson, mine: RichJson]): TLRichText {
  const [base, theirs, mine] = texts.map((text) => plainLines(text)?.join('\n'));
  if (base === undefined || theirs === undefined || mine === undefined)
    return texts[2] as TLRichText;
  return textOfLines(mergeStrings(base, theirs, mine).split('\n'));
}

const ROOT = 'text';

function scratch(json: RichJson): Y.Doc {
  const doc = new Y.Doc();
  fillFragment(doc.getXmlFragment(ROOT), json);
  return doc;
}

function fork(origin: Y.Doc, json: RichJson): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
  overwrite(doc.getXmlFragment(ROOT), json);
  return doc;
}

function overwrite(fragment: Y.XmlFragment, json: RichJson): void {
  const engine = textEngine();
  const lines = plainLines(json);
  if (engine) engine.overwrite(fragment, json);
  else if (lines) writeLines(fragment, lines);
}
