import type { Tx } from '../house.ts';

/** Until this transaction ends, every other one that holds the board waits here, on other servers too. */
export async function holdBoard(tx: Tx, boardId: string): Promise<void> {
  await tx.$queryRaw`select id from board where id = ${boardId} for update`;
}
