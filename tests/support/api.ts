import { problem } from '#board/api/problem.ts';
import type { Problem } from '#board/api/problem.ts';
import { answerRequest } from '#server/api/answer-request.ts';
import type { House } from '#server/house.ts';

/** Who calls: by token, by cookie, or nobody. */
export type Caller = { readonly token: string } | { readonly cookie: string } | null;

export interface ApiCall {
  readonly method: string;
  /** Below `/api/v1`, with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** A body that is a file, in place of JSON. */
  readonly file?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON and no file to keep, bytes else; null when there is none. */
  readonly body: unknown;
}

/** Asks the REST interface as the routes do, without a socket in between. */
export async function callApi(house: House, caller: Caller, call: ApiCall): Promise<ApiAnswer> {
  const { method, path, body, file, headers = {} } = call;
  const request = new Request(`${house.env.publicUrl}/api/v1${path}`, {
    method,
    headers: { ...credentials(caller), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file === undefined ? {} : { body: file }),
  });
  const response = await answerRequest(house, request);
  const { status } = response;
  return { status, headers: response.headers, body: await content(response) };
}

/** The answer as the problem that every refusal is; throws when it is none. */
export function problemOf({ status, headers, body }: ApiAnswer): Problem {
  if (headers.get('content-type') !== 'application/problem+json') {
    throw new Error(`no problem but ${status}: ${JSON.stringify(body)}`);
  }
  const parsed = problem.parse(body);
  if (parsed.status !== status) throw new Error(`${status} calls itself ${parsed.status}`);
  return parsed;
}

function credentials(caller: Caller): Record<string, string> {
  if (caller === null) return {};
  return 'token' in caller
    ? { authorization: `Bearer ${caller.token}` }
    : { cookie: caller.cookie };
}

async function content(response: Response): Promise<unknown> {
  const isFile = response.headers.get('content-disposition')?.startsWith('attachment') ?? false;
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (isJson && !isFile) return response.json();
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.byteLength === 0 ? null : bytes;
}
