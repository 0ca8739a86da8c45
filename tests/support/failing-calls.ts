import type { PrismaClient } from '#server/db/generated/client.ts';

/** The same client, whose n-th call fails, counted from one and through all of its transactions; no other does. */
export function failAtCall(db: PrismaClient, n: number): { db: PrismaClient } {
  let calls = 0;
  const failing = db.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        calls += 1;
        if (calls === n) throw new Error('the database is away');
        return query(args);
      },
    },
  });
  return { db: failing as unknown as PrismaClient };
}
