import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from '#server/api/openapi.ts';
import { operations } from '#server/api/operations.ts';
import { forgetSetUp } from '#tests/support/forget-set-up.ts';
import { callApi, problemOf } from '#tests/support/api.ts';
import type { Person } from '#tests/support/people.ts';
import { useHouse } from '#tests/support/use-house.ts';
import { nameOf, operationNamed, requestFor } from './contract.ts';
import type { GoodCall } from './contract.ts';
import { goodCalls } from './good-calls.ts';
import { useContract } from './use-contract.ts';

const names = operations.map(nameOf);
const document = openApiDocument({ publicUrl: 'http://board.test', version: '1' }) as {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Content }> }>>;
};
type Content = Record<string, { schema: Parameters<typeof z.fromJSONSchema>[0] }>;

describe('every operation', () => {
  const contract = useContract();
  const empty = useHouse();

  /** Somebody who may. */
  const askerOf = (name: string): Person => {
    const { people } = contract;
    const keepsHouse = name === 'GET /outbox' || name.endsWith(' /organisation/retention');
    return keepsHouse ? people.admin : people.manager;
  };
  const callOf = async (name: string): Promise<GoodCall> => {
    const make = goodCalls[name];
    if (!make) throw new Error(`no good call for ${name}`);
    return make(contract, askerOf(name));
  };
  const ask = (name: string, call: GoodCall, by: Person | null = askerOf(name)) =>
    callApi(contract.house, by, requestFor(operationNamed(name), call));

  it.each(names)('answers well in the form it promises, and says no more: %s', async (name) => {
    const operation = operationNamed(name);
    const call = await callOf(name);
    const answer =
      name === 'POST /setup'
        ? await callApi(empty.house, null, requestFor(operation, call))
        : await ask(name, call);
    expect([name, answer.status, answer.body]).toEqual([name, operation.status, answer.body]);
    if (operation.bytes) return expect(answer.body).toBeInstanceOf(Uint8Array);
    if (!operation.view) return expect(answer.body).toBeNull();
    expect(z.parse(operation.view, answer.body)).toEqual(answer.body);
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    const described = document.paths[path]?.[operation.method.toLowerCase()];
    const schema = described?.responses[String(operation.status)]?.content?.['application/json'];
    if (!schema) throw new Error('the document does not describe this answer');
    expect(z.fromJSONSchema(schema.schema).safeParse(answer.body).error).toBeUndefined();
    if (name === 'POST /setup') await forgetSetUp(empty.house.db);
  });

  it.each(names)('asks nobody to sign in, unless it is open: %s', async (name) => {
    const call = await callOf(name);
    const answer = await ask(name, call, null);
    if (operationNamed(name).open) return expect(answer.status).not.toBe(401);
    expect(problemOf(answer)).toMatchObject({ status: 401, code: 'sign-in' });
  });

  it.each(names.filter((name) => name.includes(':')))(
    'finds nothing under an unknown id: %s',
    async (name) => {
      const call = await callOf(name);
      for (const param of Object.keys(call.params ?? {})) {
        for (const id of [
          'AAAAAAAAAAAAAAAAAAAAAA',
          '0',
          ' ',
          '{"not":""}',
          '__proto__',
          '😀',
          "';--",
          'x'.repeat(3000),
        ]) {
          const answer = await ask(name, { ...call, params: { ...call.params, [param]: id } });
          expect(problemOf(answer)).toMatchObject({ status: 404, code: 'not-found' });
        }
      }
    },
  );

  it.each(names.filter((name) => operationNamed(name).body))(
    'names every field that is missing: %s',
    async (name) => {
      const call = await callOf(name);
      const { body: schema } = operationNamed(name);
      for (const field of Object.keys(call.body ?? {})) {
        const { [field]: _left, ...body } = call.body ?? {};
        if (schema && z.safeParse(schema, body).success) continue;
        const { errors } = problemOf(await ask(name, { ...call, body }));
        expect(errors?.map((error) => error.field)).toEqual([field]);
      }
    },
  );

  it.each(names.filter((name) => operationNamed(name).body))(
    'takes no field that is not its own: %s',
    async (name) => {
      const call = await callOf(name);
      const body = { ...call.body, admin: true, id: 'mine', teamId: 'x' };
      const problem = problemOf(await ask(name, { ...call, body }));
      expect(problem).toMatchObject({ status: 422, code: 'invalid' });
      const fields = problem.errors?.map(({ field }) => field);
      expect(fields).toEqual(expect.arrayContaining(['admin', 'id', 'teamId']));
    },
  );
});
