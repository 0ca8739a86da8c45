import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '#server/api/operations.ts';
import { callApi, problemOf } from '#tests/support/api.ts';
import type { ApiAnswer } from '#tests/support/api.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import type { Person } from '#tests/support/people.ts';
import { print } from '#tests/support/print.ts';
import { nameOf, operationNamed, requestFor } from './contract.ts';
import type { GoodCall } from './contract.ts';
import { goodCalls } from './good-calls.ts';
import { useContract } from './use-contract.ts';

const seed = Number(process.env['SEED'] ?? 20261123);
const RUNS = 15; // per operation

const withBody = operations.filter(({ body }) => body).map(nameOf);
const withQuery = operations.filter(({ query }) => query).map(nameOf);
const withParams = operations.filter(({ path }) => path.includes(':')).map(nameOf);

function fits(schema: z.core.$ZodType | undefined, value: unknown): boolean {
  return schema !== undefined && z.safeParse(schema, value).success;
}

/** Values of the wrong kind, and those that have opened other people's databases and prototypes. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    0,
    -1,
    1.5,
    1e308,
    2 ** 31,
    2 ** 53,
    [],
    {},
    { not: '' },
    { contains: '' },
    { set: null },
    { increment: 1 },
    [{ not: '' }],
    { toString: 1, valueOf: 1 },
    { length: 1e9 },
    JSON.parse('{"__proto__":{"admin":true}}'),
    { constructor: { prototype: { admin: true } } },
    'x'.repeat(100_000),
    'null',
    '[object Object]',
    '2026-02-30',
    '../../etc/passwd',
  ),
);

/** Texts that fit a schema and may still break what comes after it. */
const oddTexts = [
  'voor\u0000na',
  'half \ud83d',
  '\udc00',
  "'; DROP TABLE task; --",
  '${1+1} {{7*7}} {name} <b>',
  '\u202egnirts \u200b\ufeff\u2028',
  '😀'.repeat(50),
  'a\r\nBcc: x@example.org',
  '0000-01-01',
  '9999-12-31',
  '9999-12-31T23:59:59.999-23:59',
];
const oddNumbers = [-0, 1e308, -1e308, 5e-324, 0.1 + 0.2, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1];

describe('hostile input', () => {
  const contract = useContract();
  print(`hostile input: SEED=${seed}`);

  const askerOf = (): Person => contract.people.manager;
  const callOf = async (name: string): Promise<GoodCall> => {
    const make = goodCalls[name];
    if (!make) throw new Error(`no good call for ${name}`);
    return make(contract, askerOf());
  };
  const ask = (name: string, call: GoodCall) =>
    callApi(contract.house, askerOf(), requestFor(operationNamed(name), call));

  /** Refused for its form, with the fields at fault. */
  function mustNameFields(answer: ApiAnswer, about: unknown): void {
    const { status, code, errors } = problemOf(answer);
    if (status === 413) return;
    expect([about, status, code]).toEqual([about, 422, 'invalid']);
    expect(errors?.length).toBeGreaterThan(0);
  }

  it.each(withBody)(
    'as one field of the body is refused by name, or does no harm: %s',
    async (name) => {
      const call = await callOf(name);
      const schema = operationNamed(name).body;
      const fields = Object.keys(call.body ?? {});
      const property = fc.asyncProperty(fc.constantFrom(...fields), junk, async (field, value) => {
        const body = { ...call.body, [field]: value };
        const answer = await ask(name, { ...call, body });
        expect(answer.status).toBeLessThan(500);
        // As it travels: JSON knows neither undefined nor -0.
        if (fits(schema, JSON.parse(JSON.stringify(body)))) return;
        mustNameFields(answer, { field, value });
        if (answer.status === 413) return;
        const named = problemOf(answer).errors?.map((error) => error.field.split('.')[0]);
        expect(named).toContain(field);
      });
      await fc.assert(property, { seed, numRuns: RUNS });
    },
  );

  it.each(withBody)('as the whole body is refused, or does no harm: %s', async (name) => {
    const call = await callOf(name);
    const schema = operationNamed(name).body;
    const property = fc.asyncProperty(junk, async (value) => {
      const body = value as NonNullable<GoodCall['body']>;
      const answer = await ask(name, { ...call, body });
      expect(answer.status).toBeLessThan(500);
      if (!fits(schema, JSON.parse(JSON.stringify(body)))) mustNameFields(answer, value);
    });
    await fc.assert(property, { seed, numRuns: RUNS });
  });

  it.each(withBody)('that fits its schema breaks nothing behind it: %s', async (name) => {
    let call = await callOf(name);
    for (const [field, value] of leaves(call.body)) {
      for (const odd of typeof value === 'number' ? oddNumbers : oddTexts) {
        // Wrong passwords are let through so many at a time.
        contract.house.time.pass(2 * MINUTE_MS);
        const answer = await ask(name, { ...call, body: replaced(call.body ?? {}, field, odd) });
        expect([field, odd, answer.status >= 500]).toEqual([field, odd, false]);
        // What was taken may have used up what the call is about.
        if (answer.status < 300) call = await callOf(name);
      }
    }
  });

  it.each(withQuery)(
    'as part of the query is refused by name, or does no harm: %s',
    async (name) => {
      const call = await callOf(name);
      const { query: schema, bytes } = operationNamed(name);
      const fields = [...Object.keys(call.query ?? {}), 'cursor', 'owner', 'team'];
      const text = fc.oneof(
        junk.map((value) => JSON.stringify(value) ?? ''),
        fc.constantFrom(...oddTexts),
      );
      const property = fc.asyncProperty(fc.constantFrom(...fields), text, async (field, value) => {
        const query = { ...call.query, [field]: value.slice(0, 2000) };
        const answer = await ask(name, { ...call, query });
        expect([field, value, answer.status >= 500]).toEqual([field, value, false]);
        if (!fits(schema, query)) mustNameFields(answer, { field, value });
      });
      await fc.assert(property, { seed, numRuns: bytes ? 3 : 2 * RUNS });
    },
    // By now the board is so large that a file of it takes seconds.
    120_000,
  );

  it.each(withParams)('as an id leads nowhere: %s', async (name) => {
    const call = await callOf(name);
    const params = Object.keys(call.params ?? {});
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
      fc.constantFrom('\u0000', '..', '%', '%25', '/', 'a/b', '?', '#', 'null', 'undefined', '-1'),
    );
    const property = fc.asyncProperty(fc.constantFrom(...params), text, async (param, value) => {
      const id = value.replaceAll(/\p{Surrogate}/gu, '');
      const answer = await ask(name, { ...call, params: { ...call.params, [param]: id } });
      expect([param, id, answer.status]).toEqual([param, id, expect.toBeOneOf([404, 405])]);
    });
    await fc.assert(property, { seed, numRuns: RUNS });
  });

  it('changed no prototype and made nobody an administrator', async () => {
    const { house, people } = contract;
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
    const admins = await house.db.user.findMany({ where: { admin: true } });
    expect(admins.map(({ id }) => id)).toEqual([people.admin.actor.id]);
  });
});

/** Every text and number in the body, by its path. */
function leaves(
  value: unknown,
  path: readonly string[] = [],
): [readonly string[], string | number][] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

function replaced(
  body: object,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const part = (body as Record<string, unknown>)[key];
  return { ...body, [key]: rest.length === 0 ? value : replaced(part as object, rest, value) };
}
