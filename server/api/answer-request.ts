import { createHash } from 'node:crypto';
import { locales } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { identify } from '../auth/identify.ts';
import type { House } from '../house.ts';
import { isRefusal, Refusal } from '../refusal.ts';
import { once } from './idempotency.ts';
import { matchOperation } from './match-operation.ts';
import { Reply } from './operation.ts';
import type { Call, Operation } from './operation.ts';
import { problemAnswer } from './problem-answer.ts';
import { readBody, readBytes, readQuery } from './read-input.ts';

const ROOT = '/api/v1';

/** Answers one request to the REST interface; a failure of ours is logged and answered with 500. [API-1] */
export async function answerRequest(house: House, request: Request): Promise<Response> {
  try {
    return await answer(house, request);
  } catch (error) {
    if (isRefusal(error)) return problemAnswer(error);
    if (isNotSaving(error)) return problemAnswer(notSaving());
    house.log.error(
      { err: error, method: request.method, path: new URL(request.url).pathname },
      'request failed',
    );
    return brokenAnswer();
  }
}

async function answer(house: House, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const match = matchOperation(request.method, url.pathname.slice(ROOT.length));
  if ('allowed' in match) return unmatched(match.allowed);
  const { operation } = match;
  const params = readParams(match.params);
  const credentials = {
    cookie: request.headers.get('cookie') ?? undefined,
    authorization: request.headers.get('authorization') ?? undefined,
  };
  if (request.method !== 'GET' && credentials.authorization === undefined)
    mustBeSameOrigin(house, request);
  const actor = await identify(house, credentials);
  if (actor.kind === 'nobody' && !operation.open) throw new Refusal('sign-in', 'Sign in first.');
  const { upload } = operation;
  const file = upload ? await readBytes(request, upload.maxBytes) : new Uint8Array();
  const body = await readBody(request, operation.body);
  const call: Call<unknown, unknown> = {
    house,
    actor,
    body,
    file,
    query: readQuery(url, operation.query),
    locale: localeOf(actor, request),
    param: (name) => params[name] ?? '',
  };
  return run(operation, call, request, url);
}

async function run(
  operation: Operation,
  call: Call<unknown, unknown>,
  request: Request,
  url: URL,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  const { actor, house, body, file } = call;
  if (key === null || request.method !== 'POST' || actor.kind === 'nobody') {
    return send(operation, unpack(operation, await operation.run(call)));
  }
  const said = `${JSON.stringify(body)} ${createHash('sha256').update(file).digest('hex')}`;
  const what = `${operation.method} ${url.pathname}${url.search} ${said}`;
  const answered = await once(
    house,
    { actorId: actor.id, key, request: what, secret: operation.secret ?? false },
    async () => unpack(operation, await operation.run(call)),
  );
  return send(operation, { headers: {}, ...answered });
}

function send(operation: Operation, { status, view, headers }: Unpacked): Response {
  if (status === 204) return new Response(null, { status, headers });
  if (operation.bytes) {
    return new Response(Uint8Array.from(view as Uint8Array), {
      status,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
  }
  return Response.json(view, { status, headers });
}

interface Unpacked {
  readonly status: number;
  readonly view: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

function unpack(operation: Operation, result: unknown): Unpacked {
  if (!(result instanceof Reply)) return { status: operation.status, view: result, headers: {} };
  const { status = operation.status, headers = {} } = result.more;
  return { status, view: result.view as unknown, headers };
}

/** The parts of the path as they were meant; one that means nothing, or can be in no id, leads nowhere. */
function readParams(raw: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(raw).map(([name, part]) => [name, readPart(part)]));
}

function readPart(part: string): string {
  try {
    const text = decodeURIComponent(part);
    if (!text.includes('\u0000')) return text;
  } catch {
    // An escape that is none: said below.
  }
  throw noSuchAddress();
}

/** A page of another site cannot use the asker's cookies here. [API-2] */
function mustBeSameOrigin(house: House, request: Request): void {
  const origin = request.headers.get('origin');
  if (origin !== null && !house.origins.has(origin)) {
    throw new Refusal('no-right', 'Requests from other sites are refused.');
  }
}

function localeOf(actor: Actor, request: Request): Locale {
  const chosen = actor.kind === 'user' ? actor.locale : null;
  const accepted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  return (
    chosen ?? accepted.flatMap((tag) => locales.find((locale) => locale === tag) ?? [])[0] ?? 'en'
  );
}

function unmatched(allowed: readonly string[]): Response {
  if (allowed.length === 0) return problemAnswer(noSuchAddress());
  const title = 'This address does not take that method.';
  return Response.json(
    { type: 'about:blank', title, status: 405, code: 'invalid' },
    {
      status: 405,
      headers: { 'content-type': 'application/problem+json', allow: allowed.join(', ') },
    },
  );
}

function noSuchAddress(): Refusal {
  return new Refusal('not-found', 'There is no such address.');
}

/** By its name, because pages and the sync server are bundled apart. */
function isNotSaving(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotSaving';
}

function notSaving(): Refusal {
  return new Refusal('not-saving', 'Nothing can be saved just now: try again in a minute.');
}

function brokenAnswer(): Response {
  const title = 'Something went wrong on our side. Nothing of yours was lost; try again.';
  return Response.json(
    { type: 'about:blank', title, status: 500, code: 'not-saving' },
    { status: 500, headers: { 'content-type': 'application/problem+json' } },
  );
}
