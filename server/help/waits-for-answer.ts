import type { Prisma } from '../db/generated/client.ts';

/** Requests that nobody has answered and nobody took back. [REV-7] */
export const waitsForAnswer = {
  answeredAt: null,
  withdrawnAt: null,
} satisfies Prisma.HelpRequestWhereInput;
