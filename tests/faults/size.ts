import { z } from 'zod';

const count = z.coerce.number().int().min(1);

/** How large a fault is made: from the environment, else small enough to run with all other tests. */
export function size(name: string, otherwise: number): number {
  const parsed = count.default(otherwise).safeParse(process.env[name] || undefined);
  if (parsed.success) return parsed.data;
  throw new Error(`${name} must be a whole number of at least 1`);
}

/** The seed of this run: given as SEED, or the time. */
export function seedOf(): number {
  return size('SEED', Date.now() % 1_000_000_000);
}
