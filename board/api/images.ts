import * as z from 'zod/mini';
import { id } from './problem.ts';

export const imageView = z.object({
  id,
  /** Path on this server; goes into the asset of the document. */
  src: z.string(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
export type ImageView = z.infer<typeof imageView>;
