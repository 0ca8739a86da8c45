import { join, keepDocument, repack, unpack } from '#server/snapshots/snapshot-jobs.ts';
import type { SnapshotWork } from '#server/snapshots/snapshot-work.ts';
import { attemptOnDocument } from '#server/sync/attempt-on-document.ts';
import { diffDocument } from '#server/sync/diff-document.ts';
import { digestDocument } from '#server/sync/digest-document.ts';
import { foldDocument } from '#server/sync/fold-document.ts';
import type { HeavyWork } from '#server/sync/heavy-work.ts';
import { lookAtDocument } from '#server/sync/look-at-document.ts';
import { rebuildDocument } from '#server/sync/rebuild-document.ts';

/** The real jobs, done at once and in this thread. */
export const onTheSpot: HeavyWork = {
  diff: (job) => Promise.resolve().then(() => diffDocument(job)),
  fold: (job) => Promise.resolve().then(() => foldDocument(job)),
  rebuild: (job) => Promise.resolve().then(() => rebuildDocument(job)),
  digest: (job) => digestDocument(job),
  look: (job) => Promise.resolve().then(() => lookAtDocument(job)),
  attempt: (job) => Promise.resolve().then(() => attemptOnDocument(job)),
};

/** The same for snapshots. */
export const snapshotsOnTheSpot: SnapshotWork = {
  keep: (job) => keepDocument(job),
  unpack: (chain) => Promise.resolve().then(() => unpack({ chain })),
  repack: (job) => Promise.resolve().then(() => repack(job)),
  join: (job) => Promise.resolve().then(() => join(job)),
};
