import type { House, Tx } from '../house.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { measureParts, viewMeasure } from './view-measure.ts';

/** Tells webhooks how a measure stands after its facts, its target or readings that were there changed. [HOOK-2] */
export async function tellChanged(
  tx: Tx,
  house: Pick<House, 'clock'>,
  measureId: string,
): Promise<void> {
  const measure = await tx.measure.findUniqueOrThrow({
    where: { id: measureId },
    include: measureParts,
  });
  const { teamId } = measure;
  await tellWebhooks(tx, house, { teamId, type: 'measure.changed', data: viewMeasure(measure) });
}
