import type { ExportForm, Paper } from '#board/api/exports.ts';
import type { Locale } from '#board/api/people.ts';
import type { Canvas } from '#board/canvases.ts';

/** A picture that lies on the board, as we keep it. */
export interface ExportImage {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** What the thread for pictures needs to write a board as a file. */
export interface ExportJob {
  readonly form: ExportForm;
  /** The whole document, V1. */
  readonly state: Uint8Array;
  readonly locale: Locale;
  readonly canvas?: Canvas | undefined;
  readonly paper: Paper;
  readonly images: readonly ExportImage[];
  /** What the board is called, for a heading. */
  readonly title: string;
}
