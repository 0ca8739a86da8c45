import type { WireName } from './load/wire.ts';

/** A server that is measured. */
export interface Target {
  readonly name: TargetName;
  readonly title: string;
  /** From the top of the repository, or from the bundle's folder for our own. */
  readonly script: string;
  readonly wire: WireName;
  /** It answers a newcomer with the document. */
  readonly keepsDocuments: boolean;
}

export type TargetName = 'relay' | 'relay-batch' | 'y-websocket' | 'hocuspocus' | 'ours';

const peers = 'tests/bench/peers';

export const ours: Target = {
  name: 'ours',
  title: 'ours: committed before broadcast',
  script: 'ours.js',
  wire: 'y-websocket',
  keepsDocuments: true,
};

export const targets: readonly Target[] = [
  {
    name: 'relay',
    title: 'relay: bare `ws`, no CRDT',
    script: `${peers}/relay.mjs`,
    wire: 'y-websocket',
    keepsDocuments: false,
  },
  {
    name: 'relay-batch',
    title: 'relay that batches 8 ms',
    script: `${peers}/relay-batch.mjs`,
    wire: 'y-websocket',
    keepsDocuments: false,
  },
  {
    name: 'y-websocket',
    title: '@y/websocket-server + LevelDB',
    script: `${peers}/y-websocket.mjs`,
    wire: 'y-websocket',
    keepsDocuments: true,
  },
  {
    name: 'hocuspocus',
    title: 'Hocuspocus + SQLite',
    script: `${peers}/hocuspocus.mjs`,
    wire: 'hocuspocus',
    keepsDocuments: true,
  },
  ours,
];
