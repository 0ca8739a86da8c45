import { z } from 'zod';
import type { FieldError } from '#board/errors.ts';
import { Refusal } from '../refusal.ts';

// No operation takes more than a few kilobytes; documents travel over the sync connection.
const MAX_BODY_BYTES = 256 * 1024;

/** The request's body, checked; refuses what is no JSON or does not fit, naming each field. */
export async function readBody(
  request: Request,
  schema: z.core.$ZodType | undefined,
): Promise<unknown> {
  if (!schema) return undefined;
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  return check(parseJson(Buffer.from(bytes).toString()), schema);
}

export function readQuery(url: URL, schema: z.core.$ZodType | undefined): unknown {
  return schema ? check(Object.fromEntries(url.searchParams), schema) : undefined;
}

/** Stops reading where it becomes too much, so that nobody fills our memory. */
export async function readBytes({ body }: Request, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new Refusal('too-large', 'The request is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid', 'The body is no JSON.', [
      { field: '', code: 'no-json', message: 'is no JSON' },
    ]);
  }
}

function check(value: unknown, schema: z.core.$ZodType): unknown {
  const parsed = z.safeParse(schema, value);
  const errors = parsed.success
    ? unstorable(parsed.data)
    : parsed.error.issues.flatMap(fieldErrors);
  if (errors.length > 0) throw new Refusal('invalid', 'Some fields do not fit.', errors);
  return parsed.data;
}

/** Texts with U+0000 or half a surrogate pair, which no database keeps as they are. */
function unstorable(value: unknown, path: readonly string[] = []): FieldError[] {
  if (typeof value === 'string') {
    if (!/\u0000|\p{Surrogate}/u.test(value)) return [];
    const message = 'has a character that cannot be kept';
    return [{ field: path.join('.'), code: 'invalid_format', message }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => unstorable(part, [...path, key]));
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
      code: 'unknown',
      message: 'is no field of this request',
    }));
  }
  const code = issue.code === 'invalid_type' && issue.input === undefined ? 'missing' : issue.code;
  return [{ field, code, message: code === 'missing' ? 'is missing' : issue.message }];
}
