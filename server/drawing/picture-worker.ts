import { drawThumb } from '../exports/draw-thumb.ts';
import { documentWords } from '../exports/document-words.ts';
import { exportDocument } from '../exports/export-document.ts';
import { readFile } from '../imports/read-file.ts';
import { serveJobs } from '../sync/serve-jobs.ts';

/** What the thread for pictures can do, each job a function of what `Workshop.run` is given. */
const jobs = {
  thumb: drawThumb,
  export: exportDocument,
  words: documentWords,
  import: readFile,
};

export type PictureJobs = typeof jobs;

serveJobs(jobs);
