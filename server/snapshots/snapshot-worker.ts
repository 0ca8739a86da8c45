import { serveJobs } from '../sync/serve-jobs.ts';
import { join, keepDocument, repack, unpack } from './snapshot-jobs.ts';

/** What the thread for snapshots can do, each job a function of what `Workshop.run` is given. */
const jobs = { keep: keepDocument, unpack, repack, join };

export type SnapshotJobs = typeof jobs;

serveJobs(jobs);
