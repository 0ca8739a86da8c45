import { diffDocument } from './diff-document.ts';
import { digestDocument } from './digest-document.ts';
import { foldDocument } from './fold-document.ts';
import { lookAtDocument } from './look-at-document.ts';
import { rebuildDocument } from './rebuild-document.ts';
import { serveJobs } from './serve-jobs.ts';

/** What the thread for whole documents can do, each job a function of what `Workshop.run` is given. */
const jobs = {
  fold: foldDocument,
  diff: diffDocument,
  rebuild: rebuildDocument,
  digest: digestDocument,
  look: lookAtDocument,
};

export type DocumentJobs = typeof jobs;

serveJobs(jobs);
