import type { TLRecord } from 'tldraw';
import { readFlat } from '#board/flat-record.ts';
import type { FlatRecord, PlainRecord } from '#board/flat-record.ts';
import { checkRecord } from '#board/records.ts';
import { fits } from './rich-text/model.ts';

export type Checked =
  { readonly ok: true; readonly record: TLRecord } | { readonly ok: false; readonly why: string };

/** The record as an editor can show it, or why it cannot. */
export function readRecord(id: string, map: FlatRecord): Checked {
  try {
    return fitRecord(readFlat(id, map));
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

const whyNot = {
  no: 'its text does not fit',
  later: 'the text editor, which knows whether its text fits, is on its way',
};

/** The board's own rules, and that any rich text is one tldraw's text editor can hold. */
export function fitRecord(record: PlainRecord): Checked {
  const checked = checkRecord(record);
  if (!checked.ok) return checked;
  const richText = (record['props'] as { richText?: { type: string } } | undefined)?.richText;
  const answer = richText ? fits(richText) : 'yes';
  return answer === 'yes' ? checked : { ok: false, why: whyNot[answer] };
}
