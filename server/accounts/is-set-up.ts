import type { House } from '../house.ts';

/** True once the first account exists. */
export async function isSetUp({ db }: House): Promise<boolean> {
  return (await db.user.count({ take: 1 })) > 0;
}
