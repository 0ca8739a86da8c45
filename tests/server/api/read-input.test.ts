import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBody, readQuery } from '#server/api/read-input.ts';
import { refused } from '#tests/support/refused.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(300_000),
  effect: z.strictObject({ checkOn: z.iso.date() }).optional(),
  count: z.number().optional(),
});
const post = (text: string) => new Request('http://board.test', { method: 'POST', body: text });
const read = (value: unknown) => readBody(post(JSON.stringify(value)), schema);

describe('the body of a request', () => {
  it('is what the schema makes of it', async () => {
    expect(await read({ name: 'Ünïcode 😀' })).toEqual({ name: 'Ünïcode 😀' });
    expect(await readBody(post('anything'), undefined)).toBeUndefined();
    expect(await readBody(post(' '), z.strictObject({}))).toEqual({});
  });

  it('names each field that does not fit, by its path', async () => {
    await expect(read({ name: 1, effect: { checkOn: 'vrijdag' } })).rejects.toEqual(
      refused('invalid', 'name', 'effect.checkOn'),
    );
    await expect(read({})).rejects.toMatchObject({
      fields: [{ field: 'name', code: 'missing', message: 'is missing' }],
    });
    await expect(
      read({ name: 'a', nmae: 'b', effect: { checkOn: '2026-12-01', by: 1 } }),
    ).rejects.toMatchObject({
      fields: expect.arrayContaining([
        { field: 'nmae', code: 'unknown', message: 'is no field of this request' },
        { field: 'effect.by', code: 'unknown', message: 'is no field of this request' },
      ]),
    });
  });

  it('is no JSON', async () => {
    for (const text of ['{', 'name=a', '{"name":"a"}}', '['.repeat(100_000), "{'name':'a'}"])
      await expect(readBody(post(text), schema)).rejects.toMatchObject({ code: 'invalid' });
    for (const value of [null, [], 'text', 5])
      await expect(read(value)).rejects.toEqual(refused('invalid', ''));
  });

  it('is no way to other properties', async () => {
    const text = '{"name":"a","__proto__":{"admin":true},"constructor":1}';
    await expect(readBody(post(text), schema)).rejects.toEqual(
      refused('invalid', '__proto__', 'constructor'),
    );
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('has 256 KiB at most', async () => {
    const bytes = 256 * 1024 - '{"name":""}'.length;
    expect(await read({ name: 'x'.repeat(bytes) })).toBeDefined();
    await expect(read({ name: 'x'.repeat(bytes + 1) })).rejects.toEqual(refused('too-large'));
    await expect(read({ name: 'é'.repeat(bytes / 2 + 1) })).rejects.toEqual(refused('too-large'));
  });

  it('holds no text that the database cannot keep', async () => {
    for (const name of ['voor\u0000na', 'half \ud83d', '\udc00 half'])
      await expect(read({ name })).rejects.toEqual(refused('invalid', 'name'));
    expect(await read({ name: 'heel 😀 \u202e \u200b' })).toBeDefined();
  });
});

describe('the query of a request', () => {
  const query = z.object({
    limit: z.coerce.number().int().max(200).default(50),
    from: z.string().optional(),
  });
  const readUrl = (text: string) => readQuery(new URL(`http://board.test/?${text}`), query);

  it('is what the schema makes of it', () => {
    expect(readUrl('limit=5&other=1')).toEqual({ limit: 5 });
    expect(readUrl('')).toEqual({ limit: 50 });
  });

  it('names each field that does not fit', () => {
    for (const text of ['limit=x', 'limit=1000', 'limit=1.5', 'limit[not]=1&limit=-x'])
      expect(() => readUrl(text)).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(() => readUrl('from=%00')).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field: 'from' })] }),
    );
  });
});
