import type { Tx } from '../house.ts';

/** Until this transaction ends, every other one that holds the measure waits here, on other servers too. */
export async function holdMeasure(tx: Tx, measureId: string): Promise<void> {
  await tx.$queryRaw`select id from measure where id = ${measureId} for update`;
}
