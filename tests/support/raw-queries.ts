import type { PrismaClient } from '#server/db/generated/client.ts';

/** The same client, whose raw queries outside transactions go through `around`. */
export function withRawQueries(
  prisma: PrismaClient,
  around: (ask: () => Promise<unknown>) => Promise<unknown>,
): PrismaClient {
  return new Proxy(prisma, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== '$queryRaw' || typeof value !== 'function') return value;
      return (...query: unknown[]) =>
        around(() => Reflect.apply(value, target, query) as Promise<unknown>);
    },
  });
}
