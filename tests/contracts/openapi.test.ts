import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { webhookEvents } from '#board/api/webhooks.ts';
import { openApiDocument } from '#server/api/openapi.ts';
import { operations } from '#server/api/operations.ts';
import { nameOf } from './contract.ts';

/** What OpenAPI 3.1 wants of a document, as far as we use it (spec.openapis.org/oas/v3.1.1). */
const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), z.strictObject({ schema }));
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema,
});
const requirement = z.record(z.string(), z.array(z.string()));
const described = z.strictObject({
  tags: z.array(z.string()).min(1),
  summary: z.string().min(1),
  operationId: z.string().regex(/^[\w-]+$/),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
  security: z.array(requirement).optional(),
});
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  security: z.array(requirement),
  paths: z.record(
    z.string().regex(/^(\/([\w.-]+|\{\w+\}))+$/),
    z.strictObject({
      get: described.optional(),
      post: described.optional(),
      patch: described.optional(),
      delete: described.optional(),
    }),
  ),
  webhooks: z.record(
    z.string(),
    z.strictObject({
      post: z.strictObject({
        tags: z.array(z.string()).min(1),
        summary: z.string().min(1),
        operationId: z.string().regex(/^[\w-]+$/),
        requestBody: z.strictObject({ required: z.literal(true), content }),
        responses: z.record(
          z.string().regex(/^[1-5]XX$/),
          z.strictObject({ description: z.string() }),
        ),
      }),
    }),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
    schemas: z.record(z.string(), schema),
  }),
});

const made = openApiDocument({ publicUrl: 'https://board.example.org', version: '1.2.3' });
const document = openApi.parse(JSON.parse(JSON.stringify(made)));
const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => {
    const name = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    return operation ? [{ name, path, operation }] : [];
  }),
);

describe('the OpenAPI document', () => {
  it('is made of the schemas that check every request, as OpenAPI 3.1 wants it [API-4]', () => {
    expect(openApi.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(document.servers).toEqual([{ url: 'https://board.example.org/api/v1' }]);
  });

  it('describes every operation, and no other [API-4]', () => {
    expect(entries.map(({ name }) => name).sort()).toEqual(operations.map(nameOf).sort());
  });

  it('describes every message that webhooks get [HOOK-2]', () => {
    expect(Object.keys(document.webhooks).sort()).toEqual([...webhookEvents].sort());
    for (const [event, { post }] of Object.entries(document.webhooks)) {
      const schema = post.requestBody.content['application/json']?.schema;
      const read = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
      const envelope = { id: 'a', type: event, at: '2026-11-27T08:00:00.000Z' };
      expect(read.safeParse({ ...envelope, data: {} }).success).toBe(false);
      expect(read.safeParse({ ...envelope, type: 'other' }).success).toBe(false);
    }
  });

  it('names every operation once', () => {
    const ids = entries.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(entries)('names the parameters of $name', ({ path, operation }) => {
    const inPath = operation.parameters.filter((one) => one.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]),
    );
    expect(inPath.every(({ required }) => required)).toBe(true);
    const keys = operation.parameters.map((one) => `${one.in} ${one.name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(entries)('refers to nothing that is not there: $name', ({ operation }) => {
    for (const ref of refsIn(operation))
      expect(ref.map((name) => at(document, name))).not.toContain(undefined);
  });

  it.each(operations)(
    'takes what the server takes: $method $path',
    ({ method, path, body, upload, status }) => {
      const entry = entries.find(({ name }) => name === `${method} ${path}`);
      expect(entry?.operation.requestBody !== undefined).toBe(
        body !== undefined || upload !== undefined,
      );
      const files = Object.keys(entry?.operation.requestBody?.content ?? {});
      if (upload) expect(files).toEqual(upload.types);
      expect(Object.keys(entry?.operation.responses ?? {})).toEqual([String(status), 'default']);
      const json = entry?.operation.requestBody?.content['application/json']?.schema;
      if (!body || !json) return;
      const read = z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0]);
      for (const wrong of [null, [], 'text', { other: 1 }])
        expect([wrong, read.safeParse(wrong).success]).toEqual([
          wrong,
          z.safeParse(body, wrong).success,
        ]);
    },
  );

  it('says which operations are open, and where an Idempotency-Key may be sent', () => {
    const open = entries.filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ name }) => name).sort()).toEqual([
      'POST /join',
      'POST /setup',
      'POST /unsubscribe',
      'POST /welcome',
    ]);
    for (const { name, operation } of entries) {
      const takesKey = operation.parameters.some(({ name: key }) => key === 'Idempotency-Key');
      expect([name, takesKey]).toEqual([
        name,
        name.startsWith('POST ') && !open.some((o) => o.name === name),
      ]);
    }
  });

  it('names only ways to sign in that it describes', () => {
    const schemes = Object.keys(document.components.securitySchemes);
    for (const one of document.security)
      expect(schemes).toEqual(expect.arrayContaining(Object.keys(one)));
  });
});

/** Every `$ref` in it, as its steps. */
function refsIn(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === '$ref' ? [[String(part)]] : refsIn(part),
  );
}

function at(root: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], root);
}
