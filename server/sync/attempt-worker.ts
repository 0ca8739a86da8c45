import { attemptOnDocument } from './attempt-on-document.ts';
import { serveJobs } from './serve-jobs.ts';

/** What the thread for large updates can do: the only one that has to know what may be on a board. */
const jobs = { attempt: attemptOnDocument };

export type AttemptJobs = typeof jobs;

serveJobs(jobs);
