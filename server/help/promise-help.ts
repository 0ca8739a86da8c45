import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';

interface Promised {
  readonly boardId: string;
  readonly byId: string;
  readonly text: string;
  readonly due: string;
  /** What it answers. */
  readonly to: { readonly reviewId: string } | { readonly requestId: string };
}

/** Keeps what somebody said they will do for a team, as a promise of their own. [REV-3] */
export async function promiseHelp(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  { to, ...promised }: Promised,
): Promise<void> {
  await tx.help.create({ data: { id: newId(), ...promised, ...to, createdAt: clock() } });
}
