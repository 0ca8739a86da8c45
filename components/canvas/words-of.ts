import { isEqual } from 'tldraw';
import type { TLRecord } from 'tldraw';

/** The words on a shape, as it keeps them: plain, or with their looks. */
export interface Words {
  readonly text?: string;
  readonly richText?: { readonly type: string };
}

export function wordsOf(record: TLRecord): Words {
  if (record.typeName !== 'shape') return {};
  const { text, richText } = record.props as { text?: unknown; richText?: Words['richText'] };
  return { ...(typeof text === 'string' && { text }), ...(richText && { richText }) };
}

export function sameWords(a: TLRecord, b: TLRecord): boolean {
  return isEqual(wordsOf(a), wordsOf(b));
}
