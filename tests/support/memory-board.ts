import type { BoardId } from '#board/ids.ts';
import { checksumOf } from '#server/sync/checksum.ts';
import type { Position } from '#server/sync/documents.ts';
import type { Stored, StoredRow, Wanted } from '#server/sync/read-history.ts';
import type { NewRow, NewState } from '#server/sync/update-log.ts';
import { FIRST_EPOCH, StaleEpoch } from '#server/sync/update-log.ts';

export interface MemoryRow extends StoredRow {
  readonly epoch: number;
  readonly writer: string;
  readonly number: number;
  readonly at: number;
}

export interface MemoryState extends StoredRow {
  readonly epoch: number;
}

/** One board's log in memory: what a database would hold of it. */
export class MemoryBoard {
  epoch = FIRST_EPOCH;
  epochFrom = 1;
  logSeq = 0;
  rows: MemoryRow[] = [];
  states: MemoryState[] = [];
  readonly owners = new Map<number, string>();
  private unlocked: Promise<void> = Promise.resolve();

  constructor(readonly boardId: BoardId) {}

  get position(): Position {
    return { epoch: this.epoch, seq: this.logSeq };
  }

  /** Resolves with the way to unlock it, once everybody who came before has done so. */
  async lock(): Promise<() => void> {
    const before = this.unlocked;
    let unlock = (): void => {};
    this.unlocked = new Promise((resolve) => (unlock = resolve));
    await before;
    return unlock;
  }

  find({ writer, number }: NewRow): MemoryRow | undefined {
    return this.rows.find((row) => row.writer === writer && row.number === number);
  }

  mustBeAt(epoch: number): void {
    if (this.epoch !== epoch) throw new StaleEpoch(this.boardId, epoch);
  }

  add(row: NewRow): number {
    const known = this.find(row);
    if (known) return known.seq;
    this.mustBeAt(row.epoch);
    const { epoch, writer, number } = row;
    const bytes = row.bytes.slice();
    const checksum = checksumOf(bytes);
    this.logSeq += 1;
    this.rows.push({ seq: this.logSeq, epoch, bytes, checksum, writer, number, at: Date.now() });
    for (const [client, person] of row.claims) {
      if (!this.owners.has(client)) this.owners.set(client, person);
    }
    return this.logSeq;
  }

  keep({ epoch, seq, bytes }: NewState): void {
    this.mustBeAt(epoch);
    if (seq < this.epochFrom || seq > this.logSeq) throw new StaleEpoch(this.boardId, epoch);
    const others = this.states.filter((state) => state.seq !== seq);
    const state = { seq, epoch, bytes: bytes.slice(), checksum: checksumOf(bytes) };
    this.states = [...others, state].sort((a, b) => a.seq - b.seq);
  }

  prune(before: Date): number {
    const intact = this.states.filter(
      ({ epoch, bytes, checksum }) =>
        epoch === this.epoch && Buffer.compare(checksumOf(bytes), checksum) === 0,
    );
    const older = intact.at(-2)?.seq;
    if (older === undefined) return 0;
    const { length } = this.rows;
    this.rows = this.rows.filter(({ seq, at }) => seq > older || at >= before.getTime());
    this.states = this.states.filter(({ seq }) => seq >= older);
    return length - this.rows.length;
  }

  rebuild(at: Position, bytes: Uint8Array): Position {
    if (this.logSeq !== at.seq) throw new StaleEpoch(this.boardId, at.epoch);
    this.mustBeAt(at.epoch);
    this.epoch += 1;
    this.epochFrom = this.logSeq + 1;
    const { epoch } = this;
    this.add({ epoch, bytes, writer: 'rebuild', number: epoch, claims: new Map() });
    return this.position;
  }

  look({ above, stateBelow }: Wanted): Stored {
    const { epoch, epochFrom, logSeq } = this;
    const state = this.states.filter((one) => one.epoch === epoch && one.seq < stateBelow).at(-1);
    const from = Math.max(state?.seq ?? 0, above, epochFrom - 1);
    const rows = this.rows.filter((row) => row.epoch === epoch && row.seq > from);
    return { epoch, epochFrom, logSeq, state, rows, owners: new Map(this.owners) };
  }
}
