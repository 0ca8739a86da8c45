import type { User } from '../db/generated/client.ts';

/** True once the person has chosen a password or came in by single sign-on. */
export function isActive({ passwordHash, accounts }: User & { accounts: unknown[] }): boolean {
  return passwordHash !== null || accounts.length > 0;
}
