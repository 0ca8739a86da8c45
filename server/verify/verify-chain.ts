import type { Board } from '../db/generated/client.ts';
import { flawsOf } from '../snapshots/check-chain.ts';
import type { Flaw, Reading } from '../snapshots/check-chain.ts';
import type { Find } from './finding.ts';

const words: Record<Flaw, string> = {
  chain: 'it does not follow the one before it',
  row: 'what it says of itself does not fit its hash or seal',
  state: 'its state is damaged or not there',
  document: 'its projection is damaged or not there',
};

/** Follows a board's chain of snapshots from the first to the newest. */
export async function verifyChain(house: Reading, { id }: Board, find: Find): Promise<void> {
  const rows = await house.db.snapshot.findMany({
    where: { boardId: id },
    orderBy: { number: 'asc' },
  });
  const flaws = await flawsOf(house, id, rows, null);
  for (const { id: snapshotId, number } of rows) {
    for (const flaw of flaws.get(snapshotId) ?? []) find(`snapshot ${number}`, words[flaw]);
  }
  // The chain does not tell that its newest are gone; that they were taken is written elsewhere too.
  const lost = await house.db.$queryRaw<{ subject: string }[]>`
    SELECT subject FROM audit WHERE deed = 'snapshot.take' AND data->>'boardId' = ${id}
    AND NOT EXISTS (SELECT FROM snapshot s WHERE s.id = audit.subject AND s.board_id = ${id})`;
  for (const { subject } of lost) find(`snapshot ${subject}`, 'was taken and is not there');
}
