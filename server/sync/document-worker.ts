import { setPriority } from 'node:os';
import { diffDocument } from './diff-document.ts';
import { digestDocument } from './digest-document.ts';
import { foldDocument } from './fold-document.ts';
import { rebuildDocument } from './rebuild-document.ts';
import { serveJobs } from './serve-jobs.ts';

/** Niceness: a quarter of a core when others want it all, and all of it when nobody does. */
const BEHIND_OTHERS = 5;

/** What the thread for whole documents can do, each job a function of what `Workshop.run` is given. */
const jobs = {
  fold: foldDocument,
  diff: diffDocument,
  rebuild: rebuildDocument,
  digest: digestDocument,
};

export type DocumentJobs = typeof jobs;

// Linux gives each thread a priority of its own; elsewhere this would be the whole process.
if (process.platform === 'linux') setPriority(BEHIND_OTHERS);
serveJobs(jobs);
