import { isEqual } from 'tldraw';
import type { TLRecord } from 'tldraw';
import { plainText } from '#board/rich-text.ts';
import { mergeStrings } from './merge-strings.ts';
import { mergeRichText } from './rich-text/model.ts';
import { wordsOf } from './words-of.ts';

const nothing = { type: 'doc', content: [{ type: 'paragraph' }] };

/**
 * `now` without the words of `mine`; undefined when nobody else's words would be left, so that the
 * whole record may go.
 */
export function withoutWords(now: TLRecord, mine: TLRecord): TLRecord | undefined {
  const [here, own] = [wordsOf(now), wordsOf(mine)];
  if (isEqual(here, own)) return undefined;
  const text = typeof here.text === 'string' ? mergeStrings(String(own.text), here.text, '') : '';
  const richText = here.richText && mergeRichText(own.richText ?? nothing, here.richText, nothing);
  const left = text.trim() !== '' || (richText && plainText(richText).trim());
  if (!left) return undefined;
  const words = { ...('text' in here ? { text } : {}), ...(richText ? { richText } : {}) };
  return { ...now, props: { ...(now as { props: object }).props, ...words } } as TLRecord;
}
