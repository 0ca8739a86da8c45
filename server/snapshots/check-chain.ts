import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { countsOf } from './snapshot-jobs.ts';
import { listContents, readChain, wholeContents } from './content-rows.ts';
import { firstSchemeHash, SCHEME, sealOf, snapshotHash } from './snapshot-hash.ts';

/** What may be wrong with a snapshot. */
export type Flaw = 'chain' | 'row' | 'state' | 'document';

export type Reading = Pick<House, 'db' | 'snapshotWork'>;

/**
 * What is wrong with each of these snapshots of one board, which are in order of their number and
 * without gaps between them; `before` is the one before the first. Contents are compared with their
 * checksums, where they lie. [SNAP-2]
 */
export async function flawsOf(
  house: Reading,
  boardId: string,
  rows: readonly Snapshot[],
  before: Snapshot | null,
): Promise<Map<string, Flaw[]>> {
  const whole = wholeContents(await listContents(house.db, boardId));
  const flaws = new Map<string, Flaw[]>();
  let last = before;
  for (const row of rows) {
    const follows = row.previous === (last?.hash ?? null) && row.number === (last?.number ?? 0) + 1;
    const found: Flaw[] = follows ? [] : ['chain'];
    if (row.goneAt === null) {
      if (!whole.has(row.stateHash)) found.push('state');
      if (!whole.has(row.documentHash)) found.push('document');
    }
    if (!(await saysWhatItSaid(house, row, found))) found.push('row');
    flaws.set(row.id, found);
    last = row;
  }
  return flaws;
}

/** True when the row fits its hash; when its contents are gone, its seal. */
async function saysWhatItSaid(
  house: Reading,
  row: Snapshot,
  found: readonly Flaw[],
): Promise<boolean> {
  const { goneAt, seal, hash } = row;
  if (goneAt) {
    return seal === sealOf(row, goneAt) && (row.scheme === 1 || snapshotHash(row) === hash);
  }
  if (seal !== null) return false;
  if (row.scheme === SCHEME) return snapshotHash(row) === hash;
  return row.scheme === 1 && (found.some(isOfContent) || saidInFirstScheme(house, row));
}

function isOfContent(flaw: Flaw): boolean {
  return flaw === 'state' || flaw === 'document';
}

/** Its hash is over the contents; what was worked out when it was moved here has to follow from them. */
async function saidInFirstScheme({ db, snapshotWork }: Reading, row: Snapshot): Promise<boolean> {
  const unpack = async (hash: string) =>
    snapshotWork.unpack(await readChain(db, row.boardId, hash));
  const state = await unpack(row.stateHash);
  const document = jsonOf(await unpack(row.documentHash));
  const { notes = [], actions = [] } = Object(document) as Partial<Parameters<typeof countsOf>[0]>;
  const counts = countsOf({ notes, actions });
  return (
    row.format === 1 &&
    row.app === '' &&
    counts.notes === row.noteCount &&
    counts.actions === row.actionCount &&
    counts.tasks === row.taskCount &&
    firstSchemeHash(row, { state, document }) === row.hash
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
