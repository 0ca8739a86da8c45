import { z } from 'zod';
import { problem } from '#board/api/problem.ts';
import { describeWebhooks } from './describe-webhooks.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

/** The OpenAPI 3.1 document, made from the schemas that check every request. [API-4] */
export function openApiDocument({
  publicUrl,
  version,
}: {
  publicUrl: string;
  version: string;
}): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Verbeterbord', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    webhooks: describeWebhooks(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  };
}

function describe(operation: Operation): object {
  const { tag, summary, body, upload, status, open } = operation;
  return {
    tags: [tag],
    summary,
    operationId: operationId(operation),
    parameters: [
      ...pathParameters(operation),
      ...queryParameters(operation),
      ...headerParameters(operation),
    ],
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    ...(upload ? { requestBody: { required: true, content: files(upload.types) } } : {}),
    responses: {
      [status]: { description: summary, ...answerContent(operation) },
      default: {
        description: 'Why not',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
    ...(open ? { security: [] } : {}),
  };
}

function answerContent({ view, bytes, status }: Operation): object {
  if (bytes)
    return {
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  return view && status !== 204 ? { content: json(schemaOf(view, 'output')) } : {};
}

function pathParameters({ path }: Operation): object[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters({ query }: Operation): object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headerParameters({ method, open }: Operation): object[] {
  if (method !== 'POST' || open) return [];
  return [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }];
}

function operationId({ method, path }: Operation): string {
  return [method.toLowerCase(), ...path.split('/').filter(Boolean)]
    .join('-')
    .replaceAll(':', 'by-')
    .replaceAll('.', '-');
}

function files(types: readonly string[]): object {
  const schema = { type: 'string', format: 'binary' };
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

function json(schema: object): object {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
