import { serveJobs } from '#server/sync/serve-jobs.ts';

/** Jobs that go wrong in every way a job can. */
const jobs = {
  echo: ({ bytes }: { bytes: Uint8Array }) => ({ bytes, size: bytes.buffer.byteLength }),
  busy: ({ ms }: { ms: number }) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
    return 'rested';
  },
  refuse: (_job: object): never => {
    throw new Error('not this one');
  },
  leave: (_job: object): never => process.exit(3),
  hoard: (_job: object): never => {
    const hoard: number[][] = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, i) => i / 3));
  },
  stumble: (_job: object) =>
    new Promise<never>(() => {
      setImmediate(() => {
        throw new Error('stumbled');
      });
    }),
};

export type ClumsyJobs = typeof jobs;

serveJobs(jobs);
