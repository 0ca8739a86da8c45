import type * as z from 'zod/mini';
import { problem } from '#board/api/problem.ts';
import type { Problem } from '#board/api/problem.ts';

/** What the server answered: the view, or why not. A lost connection is a problem of its own kind. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly problem: 'unreachable' };

interface Call<T extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, starting with a slash. */
  readonly path: string;
  readonly body?: unknown;
  /** A body that is a file, in place of JSON. */
  readonly file?: File;
  /** What a good answer looks like. */
  readonly view: T;
}

/** Calls our REST interface as the signed-in person. Never throws for an answer of the server. */
export async function callApi<T extends z.ZodMiniType>(call: Call<T>): Promise<Answer<z.infer<T>>> {
  const response = await send(call);
  if (!response) return { ok: false, problem: 'unreachable' };
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return { ok: true, value: call.view.parse(body) };
  return { ok: false, problem: problem.parse(body) };
}

async function send({
  method,
  path,
  body,
  file,
}: Call<z.ZodMiniType>): Promise<Response | undefined> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      ...(file && { body: file, headers: { 'content-type': file.type || 'text/plain' } }),
    });
  } catch {
    return undefined;
  }
}
