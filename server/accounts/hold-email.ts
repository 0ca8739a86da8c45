import type { Tx } from '../house.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** Until this transaction ends, no other one looks for an account with that address or makes it. */
export async function holdEmail(tx: Tx, email: string): Promise<void> {
  await oneAtATime(tx, `account ${email}`);
}
