import type { z } from 'zod';
import type { FieldError } from '#board/errors.ts';
import { Refusal } from '../refusal.ts';

// No operation takes more than a few kilobytes; documents travel over the sync connection.
const MAX_BODY_BYTES = 256 * 1024;

/** The request's body, checked; refuses what is no JSON or does not fit, naming each field. */
export async function readBody(request: Request, schema: z.ZodType | undefined): Promise<unknown> {
  if (!schema) return undefined;
  const text = await request.text();
  if (Buffer.byteLength(text) > MAX_BODY_BYTES)
    throw new Refusal('too-large', 'The request is too large.');
  return check(parseJson(text), schema);
}

export function readQuery(url: URL, schema: z.ZodType | undefined): unknown {
  return schema ? check(Object.fromEntries(url.searchParams), schema) : undefined;
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

function check(value: unknown, schema: z.ZodType): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', 'Some fields do not fit.', parsed.error.issues.flatMap(fieldErrors));
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
