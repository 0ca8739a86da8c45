/** What the sync engine counts; rendered elsewhere. Gauges go both ways, counters only up. */
export interface SyncMetrics {
  /** Gauges: boards held in memory, live documents among them, open sockets, boards whose updates wait for the database. */
  rooms: number;
  drafts: number;
  sockets: number;
  degradedRooms: number;
  /** Counters. */
  commits: number;
  committedBytes: number;
  framesIn: number;
  framesOut: number;
  bytesOut: number;
  presenceDropped: number;
  corrections: number;
  rebuilds: number;
  compactions: number;
  /** Refused messages and upgrades by error code, and sockets closed by us by close code. */
  readonly refused: Map<string, number>;
  readonly closed: Map<number, number>;
}

export function createSyncMetrics(): SyncMetrics {
  return {
    rooms: 0,
    drafts: 0,
    sockets: 0,
    degradedRooms: 0,
    commits: 0,
    committedBytes: 0,
    framesIn: 0,
    framesOut: 0,
    bytesOut: 0,
    presenceDropped: 0,
    corrections: 0,
    rebuilds: 0,
    compactions: 0,
    refused: new Map(),
    closed: new Map(),
  };
}

export function countOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
