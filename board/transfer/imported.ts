import type { ImportForm, LeftOutReason } from '../api/imports.ts';
import type { Action } from '../actions.ts';
import type { Cycle } from '../cycles.ts';
import type { PlainRecord } from '../flat-record.ts';
import type { KnowledgeItem } from '../knowledge.ts';

export interface LeftOut {
  /** A kind of ours, or what the file calls it. */
  readonly kind: string;
  readonly name: string;
  readonly why: LeftOutReason;
}

/** What a file holds that may be on a board, under the ids that it has in the file. */
export interface Imported {
  readonly form: ImportForm;
  /** Shapes, bindings and assets; those of pictures have no address yet. */
  readonly records: readonly PlainRecord[];
  /** Addresses of the pictures, by the id of their asset. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly actions: readonly Action[];
  readonly knowledge: readonly KnowledgeItem[];
  readonly cycles: readonly Cycle[];
  readonly left: readonly LeftOut[];
}

/** Why nothing of a file can be taken in; a key under `fields` in messages. */
export type FileFault =
  'no-file-of-ours' | 'no-json' | 'too-deep' | 'too-many-records' | 'foreign-version' | 'quotes';

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly fault: FileFault,
    message: string,
  ) {
    super(message);
  }
}
