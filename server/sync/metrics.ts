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
  /** Documents of clients that differed from ours, twice in a row. */
  divergence: number;
  /** Refused messages and upgrades by error code, and sockets closed by us by close code. */
  readonly refused: Map<string, number>;
  readonly closed: Map<number, number>;
  /** Documents of clients compared with ours, by result. */
  readonly checks: Map<string, number>;
  /** One append until it was on disk. */
  readonly commitSeconds: Durations;
  /** An update came in until it was shown to the others. */
  readonly broadcastSeconds: Durations;
}

/** Takes durations, to tell later how they are distributed. */
export interface Durations {
  observe(seconds: number): void;
}

/** Bytes held at one moment. */
export interface HeldBytes {
  /** Of updates that are not on disk yet. */
  readonly waitingBytes: number;
  readonly documentBytes: number;
  /** Sent, and not yet taken by peers. */
  readonly unsentBytes: number;
}

const forgetful: Durations = { observe: () => {} };

/** Durations are forgotten unless there is somebody to take them. */
export function createSyncMetrics(
  durations: Pick<SyncMetrics, 'commitSeconds' | 'broadcastSeconds'> = {
    commitSeconds: forgetful,
    broadcastSeconds: forgetful,
  },
): SyncMetrics {
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
    divergence: 0,
    refused: new Map(),
    closed: new Map(),
    checks: new Map(),
    ...durations,
  };
}

export function countOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
