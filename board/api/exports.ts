import * as z from 'zod/mini';
import { canvases } from '../canvases.ts';

/** The files that a board can be saved as, the ones to show people first. */
export const exportForms = ['pdf', 'png', 'svg', 'md', 'csv', 'json', 'tldr'] as const;
export type ExportForm = (typeof exportForms)[number];

export const papers = ['a4', 'a3'] as const;
export type Paper = (typeof papers)[number];

/** What one may ask beside the form. */
export const exportQuery = z.object({
  /** One canvas alone; of pictures. */
  canvas: z.optional(z.enum(canvases)),
  /** Of a PDF; always landscape. */
  paper: z._default(z.enum(papers), 'a4'),
});
export type ExportQuery = z.infer<typeof exportQuery>;
