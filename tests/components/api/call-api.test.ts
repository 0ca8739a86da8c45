import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { callApi } from '#components/api/call-api.ts';

const view = z.object({ id: z.string() });
const made = () => Response.json({ id: 'one' }, { status: 201 });
const running = () =>
  Response.json(
    {
      ...{ type: 'about:blank', title: 'Wait', status: 409, code: 'conflict' },
      errors: [{ field: 'Idempotency-Key', code: 'still-running', message: 'runs' }],
    },
    { status: 409 },
  );
const lost = () => {
  throw new TypeError('Failed to fetch');
};

describe('what makes something is made once [API-3]', () => {
  let answers: (() => Response)[] = [];
  const sent: (string | null)[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = 0;
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      sent.push(new Headers(init.headers).get('idempotency-key'));
      return (answers.shift() ?? lost)();
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function post(body: unknown, method: 'POST' | 'PATCH' = 'POST') {
    const answer = callApi({ method, path: '/teams', body, view });
    await vi.runAllTimersAsync();
    return answer;
  }
  const keys = () => new Set(sent).size;

  it('with a key that a second try keeps, and the next request does not', async () => {
    answers = [lost, made];
    expect(await post({ name: 'A' })).toEqual({ ok: true, value: { id: 'one' } });
    expect([sent.length, keys()]).toEqual([2, 1]);
    expect(sent[0]).toMatch(/^\w{21}$/);
    answers = [made];
    await post({ name: 'A' });
    expect(keys()).toBe(2);
  });

  it('also when somebody presses again, for some minutes', async () => {
    answers = [];
    expect(await post({ name: 'B' })).toEqual({ ok: false, problem: 'unreachable' });
    answers = [made, made];
    await post({ name: 'B' });
    expect(keys()).toBe(1);
    await post({ name: 'C' });
    expect(keys()).toBe(2);
    answers = [];
    await post({ name: 'D' });
    vi.advanceTimersByTime(11 * 60_000);
    answers = [made];
    await post({ name: 'D' });
    expect(keys()).toBe(4);
  });

  it('and waits while the server still works on the first one', async () => {
    answers = [lost, running, running, made];
    expect(await post({ name: 'E' })).toMatchObject({ ok: true });
    expect([sent.length, keys()]).toEqual([4, 1]);
  });

  it('takes the page of something on the way for no answer', async () => {
    const page = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
    answers = [page, page];
    expect(await post({ name: 'F' })).toEqual({ ok: false, problem: 'unreachable' });
  });

  it('while a change that says its revision is sent once and without a key', async () => {
    answers = [];
    expect(await post({ name: 'G' }, 'PATCH')).toEqual({ ok: false, problem: 'unreachable' });
    expect(sent).toEqual([null]);
  });
});
