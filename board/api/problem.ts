import * as z from 'zod/mini';
import { errorCodes } from '../errors.ts';

/** `application/problem+json` (RFC 9457); `code` is ours and stable, `title` is for people. */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  detail: z.optional(z.string()),
  errors: z.optional(
    z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  ),
  /** With `conflict`: the thing as it stands now. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;

/** Errors about the key of a request that was sent before have this for their field. [API-3] */
export const IDEMPOTENCY_FIELD = 'Idempotency-Key';
/** The first request with that key has not come to its end: ask again in a moment. */
export const STILL_RUNNING = 'still-running';

/** A page of a list; `nextCursor` is null on the last one. */
export const listOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

export const pageQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

/** Moments are ISO 8601 in UTC. */
export const moment = z.iso.datetime();
/** An id as it may come in an address: what is no id at all is no id of ours. */
export const pathId = z.string().check(z.regex(/^\w{1,64}$/));
export const id = z.string().check(z.minLength(1), z.maxLength(64));
export const person = z.object({ id, name: z.string() });
