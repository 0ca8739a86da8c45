import type { BoardId } from '#board/ids.ts';
import { fitsChecksum } from './checksum.ts';
import type { History, LogRow } from './update-log.ts';
import { DamagedLog, NoSuchBoard } from './update-log.ts';

export interface StoredRow extends LogRow {
  readonly checksum: Uint8Array;
}

/** What a store holds of one board, all of it from one moment. */
export interface Stored {
  readonly epoch: number;
  /** The seq of the epoch's first row. */
  readonly epochFrom: number;
  /** The seq of the newest row. */
  readonly logSeq: number;
  readonly owners: ReadonlyMap<number, string>;
  readonly state: StoredRow | undefined;
  /** Those of the epoch above `above` and above the state, lowest seq first. */
  readonly rows: readonly StoredRow[];
}

export interface Wanted {
  readonly above: number;
  /** The newest state below this seq; none at 0. */
  readonly stateBelow: number;
}

export interface ReadDeps {
  /** Undefined when there is no such board. */
  readonly look: (boardId: BoardId, wanted: Wanted) => Promise<Stored | undefined>;
  /** Something does not fit and was worked round. */
  readonly onDamage: (damage: DamagedLog) => void;
}

/** See `UpdateLog.read`. */
export async function readHistory(
  deps: ReadDeps,
  boardId: BoardId,
  after: number,
): Promise<History> {
  return (after > 0 && (await readTail(deps, boardId, after))) || readWhole(deps, boardId);
}

/** Undefined when rows above `after` are gone or do not fit; a state may stand for them. */
async function readTail(
  deps: ReadDeps,
  boardId: BoardId,
  after: number,
): Promise<History | undefined> {
  const stored = await must(deps, boardId, { above: after, stateBelow: 0 });
  if (stored.logSeq < after) throw new DamagedLog(boardId, after, 'the log ends before this row');
  const damage = damageOf(boardId, stored, after);
  if (damage && stored.rows.some(({ seq }) => seq === damage.seq)) deps.onDamage(damage);
  return damage ? undefined : historyOf(stored);
}

async function readWhole(deps: ReadDeps, boardId: BoardId): Promise<History> {
  for (let stateBelow = Infinity; ;) {
    const stored = await must(deps, boardId, { above: 0, stateBelow });
    const { state } = stored;
    if (!state || fitsChecksum(state)) {
      const damage = damageOf(boardId, stored, 0);
      if (damage) throw damage;
      return historyOf(stored);
    }
    deps.onDamage(new DamagedLog(boardId, state.seq, 'the state does not fit its checksum'));
    stateBelow = state.seq;
  }
}

async function must({ look }: ReadDeps, boardId: BoardId, wanted: Wanted): Promise<Stored> {
  const stored = await look(boardId, wanted);
  if (!stored) throw new NoSuchBoard(boardId);
  return stored;
}

/** The first row that is missing or does not fit, up to the end of the log. */
function damageOf(
  boardId: BoardId,
  { epochFrom, logSeq, state, rows }: Stored,
  above: number,
): DamagedLog | undefined {
  let expected = Math.max(above, epochFrom - 1, state?.seq ?? 0) + 1;
  const missing = (): DamagedLog => new DamagedLog(boardId, expected, 'the row is missing');
  for (const row of rows) {
    if (row.seq !== expected) return missing();
    if (!fitsChecksum(row)) {
      return new DamagedLog(boardId, row.seq, 'the bytes do not fit their checksum');
    }
    expected += 1;
  }
  return expected <= logSeq ? missing() : undefined;
}

function historyOf({ epoch, state, rows, owners }: Stored): History {
  const plain = ({ seq, bytes }: StoredRow): LogRow => ({ seq, bytes });
  return { epoch, state: state && plain(state), rows: rows.map(plain), owners };
}
