import * as z from 'zod/mini';
import { id, moment, person } from './problem.ts';

/** Days that a link may work at most: what is shown for longer is better kept elsewhere. [SHARE-2] */
export const MOST_SHARED_DAYS = 365;

export const addShareInput = z.strictObject({
  expiresAt: z.iso
    .datetime({ offset: true })
    // An hour's offset can carry it beyond the last year that is written with four digits.
    .check(z.refine((text) => Date.parse(text) < Date.UTC(10_000, 0), 'lies too far ahead')),
});
export type AddShareInput = z.infer<typeof addShareInput>;

export const shareView = z.object({
  id,
  createdAt: moment,
  createdBy: person,
  expiresAt: moment,
  /** To the minute; null while nobody has. */
  openedAt: z.nullable(moment),
});
export type ShareView = z.infer<typeof shareView>;

/** The link is in this answer and never again. */
export const newShareView = z.extend(shareView, { url: z.string() });
export type NewShareView = z.infer<typeof newShareView>;
