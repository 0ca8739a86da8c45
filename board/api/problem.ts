import { z } from 'zod';
import { errorCodes } from '../errors.ts';

/** `application/problem+json` (RFC 9457); `code` is ours and stable, `title` is for people. */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
    .optional(),
  /** With `conflict`: the thing as it stands now. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;

/** A page of a list; `nextCursor` is null on the last one. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const pageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Moments are ISO 8601 in UTC. */
export const moment = z.iso.datetime();
/** An id as it may come in an address: what is no id at all is no id of ours. */
export const pathId = z.string().regex(/^\w{1,64}$/);
export const id = z.string().min(1).max(64);
export const person = z.object({ id, name: z.string() });
