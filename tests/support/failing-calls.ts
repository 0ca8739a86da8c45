import type { PrismaClient } from '#server/db/generated/client.ts';

export interface FailingCalls {
  readonly db: PrismaClient;
  /** True once that call was made. */
  readonly failed: () => boolean;
}

/**
 * The same client, whose n-th call fails, counted from one and through all of its transactions; no
 * other does. The call either never got to the database, or was done and its answer lost.
 */
export function failAtCall(
  db: PrismaClient,
  n: number,
  call: 'not done' | 'done' = 'not done',
): FailingCalls {
  let calls = 0;
  const failing = db.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        calls += 1;
        if (calls !== n) return query(args);
        if (call === 'done') await query(args);
        throw new Error('the database is away');
      },
    },
  });
  return { db: failing as unknown as PrismaClient, failed: () => calls >= n };
}
