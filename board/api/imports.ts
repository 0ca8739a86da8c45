import * as z from 'zod/mini';
import { canvases } from '../canvases.ts';

/** Of a file that is taken in, its pictures among them. */
export const MAX_IMPORT_BYTES = 16 << 20;
/** Shapes, arrows' ends and pictures of one file, and rows of a CSV file. */
export const MAX_IMPORT_RECORDS = 5_000;

export const importForms = ['tldr', 'json', 'csv'] as const;
export type ImportForm = (typeof importForms)[number];

export const importKinds = [
  'note',
  'action',
  'topic',
  'cycle',
  'field',
  'shape',
  'picture',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** Why something in a file does not come; each has a text under `import.why` in messages. */
export const leftOutReasons = [
  'unfit', // what no board may hold
  'nowhere', // lies on nothing that is in the file, or in a loop
  'elsewhere', // a picture that lies on another server, or in no board that one may see
  'no-picture', // bytes that are no picture, or one too many
  'empty', // a row without words, or a card that shows nothing
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const importQuery = z.object({
  /** Where it goes; else each thing goes to the canvas that it came from, if the board has it. */
  canvas: z.optional(z.enum(canvases)),
  /** `none` only looks: nothing is written. */
  take: z._default(z.enum(['all', 'none']), 'all'),
});
export type ImportQuery = z.infer<typeof importQuery>;

export const importView = z.object({
  form: z.enum(importForms),
  /** False when it was only looked at. */
  taken: z.boolean(),
  /** How many of each kind come. */
  comes: z.array(z.object({ kind: z.enum(importKinds), count: z.int() })),
  /** The first words that come, as a look into the file. */
  words: z.array(z.string()),
  left: z.array(z.object({ kind: z.string(), name: z.string(), why: z.enum(leftOutReasons) })),
});
export type ImportView = z.infer<typeof importView>;
