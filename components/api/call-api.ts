import type * as z from 'zod/mini';
import { IDEMPOTENCY_FIELD, problem, STILL_RUNNING } from '#board/api/problem.ts';
import type { Problem } from '#board/api/problem.ts';
import { RequestKeys } from './request-keys.ts';

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

interface Said {
  readonly good: boolean;
  readonly body: unknown;
}

const keys = new RequestKeys();
/** Milliseconds before what makes something is sent again, with its key, when no answer came. */
const AGAIN_MS = [400];
/** The same while the server still works on the first one. */
const STILL_RUNNING_MS = [400, 800, 1600, 3200];

/** Calls our REST interface as the signed-in person. Never throws for an answer of the server. */
export async function callApi<T extends z.ZodMiniType>(call: Call<T>): Promise<Answer<z.infer<T>>> {
  const said = await (call.method === 'POST' ? sendOnce(call) : send(call, {}));
  if (!said) return { ok: false, problem: 'unreachable' };
  if (said.good) return { ok: true, value: call.view.parse(said.body) };
  return { ok: false, problem: problem.parse(said.body) };
}

/** Sends what makes something so that it is made once, however often its answer is lost. [API-3] */
async function sendOnce(call: Call<z.ZodMiniType>): Promise<Said | undefined> {
  const request = nameOf(call);
  const key = keys.keyOf(request, Date.now());
  const headers = { [IDEMPOTENCY_FIELD]: key };
  let said = await send(call, headers);
  for (const ms of AGAIN_MS) {
    if (said) break;
    await pause(ms);
    said = await send(call, headers);
  }
  for (const ms of STILL_RUNNING_MS) {
    if (!isRunning(said)) break;
    await pause(ms);
    said = await send(call, headers);
  }
  if (said && !isRunning(said)) keys.answered(request);
  else keys.lost(request, key, Date.now());
  return said;
}

/** Undefined when no answer came, or one that was not ours but of something on the way. */
async function send(
  { method, path, body, file }: Call<z.ZodMiniType>,
  headers: Readonly<Record<string, string>>,
): Promise<Said | undefined> {
  const type = file ? file.type || 'text/plain' : 'application/json';
  const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: { ...headers, ...(content === undefined ? {} : { 'content-type': type }) },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    return { good: response.ok, body: text === '' ? null : (JSON.parse(text) as unknown) };
  } catch {
    return undefined;
  }
}

function isRunning(said: Said | undefined): boolean {
  const { errors = [] } = (said && !said.good && problem.safeParse(said.body).data) || {};
  return errors.some(({ field, code }) => field === IDEMPOTENCY_FIELD && code === STILL_RUNNING);
}

/** The same for a request that says the same. */
function nameOf({ path, body, file }: Call<z.ZodMiniType>): string {
  const what = file ? [file.name, file.size, file.lastModified] : (body ?? null);
  return `${path} ${JSON.stringify(what)}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
