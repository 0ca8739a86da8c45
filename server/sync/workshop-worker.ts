import { attemptOnDocument } from './attempt-on-document.ts';
import { diffDocument } from './diff-document.ts';
import { digestDocument } from './digest-document.ts';
import { foldDocument } from './fold-document.ts';
import { rebuildDocument } from './rebuild-document.ts';
import { serveJobs } from './serve-jobs.ts';

/**
 * What the worker thread can do, each job a function of what `Workshop.run` is given. Add a line to
 * teach it more; a job may import whatever else of `board` and `server/sync`.
 */
const jobs = {
  fold: foldDocument,
  diff: diffDocument,
  rebuild: rebuildDocument,
  digest: digestDocument,
  attempt: attemptOnDocument,
};

export type DocumentJobs = typeof jobs;

serveJobs(jobs);
