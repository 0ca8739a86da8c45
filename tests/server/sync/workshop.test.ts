import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { canonicalJson } from '#board/canonical-json.ts';
import type { DocumentJobs } from '#server/sync/document-worker.ts';
import { workerFile } from '#server/sync/heavy-work.ts';
import { OverBudget, Workshop, WorkshopClosed } from '#server/sync/workshop.ts';
import { JobFailed, WorkerLost } from '#server/sync/workshop-thread.ts';
import type { ClumsyJobs } from './clumsy-worker.ts';
import { bytesOf } from './log-under-test.ts';

const PLENTY = { budgetMs: 60_000 };

function clumsyWorkshop(memoryMb = 128): Workshop<ClumsyJobs> {
  const file = new URL('./clumsy-worker.ts', import.meta.url);
  return opened(new Workshop<ClumsyJobs>({ file, memoryMb }));
}

function opened<T extends Workshop<DocumentJobs> | Workshop<ClumsyJobs>>(workshop: T): T {
  workshop.start();
  onTestFinished(() => workshop.stop());
  return workshop;
}

describe('a workshop', () => {
  test('[SYNC-36] folds a board and tells what is new in it, in a thread of its own', async () => {
    const workshop = opened(new Workshop<DocumentJobs>({ file: workerFile('document-worker') }));
    const board = boardDocument(new Y.Doc());
    const rows: Uint8Array[] = [];
    board.doc.on('update', (update: Uint8Array) => rows.push(update));
    board.votes.set('a', 1);
    const early = Y.encodeStateVector(board.doc);
    board.votes.set('b', 2);
    board.votes.delete('a');
    const [state, ...later] = rows;
    const folded = await workshop.run({ is: 'fold', state, rows: later }, PLENTY);
    expect(folded.vector).toEqual(Y.encodeStateVector(board.doc));
    expect(state?.byteLength).toBeGreaterThan(0);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, folded.state);
    expect(canonicalJson(copy)).toBe(canonicalJson(board.doc));
    const news = await workshop.run({ is: 'diff', state, rows: later, vector: early }, PLENTY);
    const behind = boardDocument(new Y.Doc());
    if (state) Y.applyUpdate(behind.doc, state);
    Y.applyUpdate(behind.doc, news);
    expect(behind.votes.toJSON()).toEqual({ b: 2 });
  });

  test('[SYNC-36] does jobs in order, and leaves the main thread free', async () => {
    const workshop = clumsyWorkshop();
    await workshop.run({ is: 'busy', ms: 0 }, PLENTY);
    let turns = 0;
    let running = true;
    const count = (): void => {
      turns += 1;
      if (running) setImmediate(count);
    };
    count();
    const done: string[] = [];
    await Promise.all(
      [300, 1, 20].map((ms) =>
        workshop.run({ is: 'busy', ms }, PLENTY).then(() => done.push(`busy ${ms}`)),
      ),
    );
    running = false;
    expect(done).toEqual(['busy 300', 'busy 1', 'busy 20']);
    expect(turns).toBeGreaterThan(50);
  });

  test('[SYNC-36] ends a job that is over its budget, and the jobs behind it go on', async () => {
    const workshop = clumsyWorkshop();
    const [late, next] = [
      workshop.run({ is: 'busy', ms: 600_000 }, { budgetMs: 50 }),
      workshop.run({ is: 'busy', ms: 1 }, PLENTY),
    ];
    await expect(late).rejects.toBeInstanceOf(OverBudget);
    await expect(late).rejects.toMatchObject({ job: 'busy', budgetMs: 50 });
    expect(await next).toBe('rested');
  });

  test.each([
    ['leaves', { is: 'leave' }, 'it ended with 3'],
    ['stumbles', { is: 'stumble' }, 'stumbled'],
    ['takes too much memory', { is: 'hoard' }, 'memory limit'],
  ] as const)('[SYNC-36] a worker that %s costs its job, and no other', async (_how, job, why) => {
    const workshop = clumsyWorkshop(32);
    const [before, lost, next] = [
      workshop.run({ is: 'busy', ms: 1 }, PLENTY),
      workshop.run(job, PLENTY),
      workshop.run({ is: 'busy', ms: 2 }, PLENTY),
    ];
    lost.catch(() => {});
    expect(await before).toBe('rested');
    await expect(lost).rejects.toBeInstanceOf(WorkerLost);
    await expect(lost).rejects.toThrow(why);
    expect(await next).toBe('rested');
  });

  test('[SYNC-36] a job that throws, or that there is not, fails with its reason', async () => {
    const workshop = clumsyWorkshop();
    const refused = workshop.run({ is: 'refuse' }, PLENTY);
    await expect(refused).rejects.toBeInstanceOf(JobFailed);
    await expect(refused).rejects.toThrow('not this one');
    const unknown = { is: 'dance' } as unknown as { is: 'refuse' };
    await expect(workshop.run(unknown, PLENTY)).rejects.toThrow('there is no job dance');
    expect(await workshop.run({ is: 'busy', ms: 1 }, PLENTY)).toBe('rested');
  });

  test('[SYNC-36] a worker that does not load fails its jobs, each', async () => {
    const file = new URL('./no-such-worker.ts', import.meta.url);
    const workshop = opened(new Workshop<ClumsyJobs>({ file }));
    const answers = await Promise.allSettled(
      [1, 2].map(() => workshop.run({ is: 'refuse' }, PLENTY)),
    );
    const reason: unknown = expect.any(WorkerLost);
    expect(answers).toEqual([1, 2].map(() => ({ status: 'rejected', reason })));
  });

  test('[SYNC-36] moves bytes that were given away, and copies no more than it must of others', async () => {
    const workshop = clumsyWorkshop();
    const kept = new Uint8Array(1_000).fill(7);
    const part = new Uint8Array(1_000_000).fill(8).subarray(10, 20);
    const given = new Uint8Array(1_000).fill(9);
    const ask = (bytes: Uint8Array, give: Uint8Array[] = []) =>
      workshop.run({ is: 'echo', bytes }, { ...PLENTY, give });
    expect(await ask(kept)).toMatchObject({ size: 1_000 });
    expect(kept[999]).toBe(7);
    expect(await ask(part)).toEqual({ bytes: new Uint8Array(10).fill(8), size: 10 });
    expect(await ask(given, [given])).toMatchObject({ size: 1_000 });
    expect(given.byteLength).toBe(0);
    // A part of a larger buffer is not ours to give.
    await ask(part, [part]);
    expect([...part]).toEqual(Array<number>(10).fill(8));
  });

  test('[SYNC-36] takes nothing before it is started or after it is stopped, and starts again', async () => {
    const workshop = clumsyWorkshop();
    await workshop.stop();
    const job = { is: 'echo', bytes: bytesOf(1) } as const;
    await expect(workshop.run(job, PLENTY)).rejects.toBeInstanceOf(WorkshopClosed);
    workshop.start();
    const caught = Promise.allSettled([
      workshop.run({ is: 'busy', ms: 600_000 }, PLENTY),
      workshop.run(job, PLENTY),
    ]);
    await workshop.stop();
    const reason: unknown = expect.any(WorkshopClosed);
    expect(await caught).toEqual([1, 2].map(() => ({ status: 'rejected', reason })));
    workshop.start();
    expect(await workshop.run(job, PLENTY)).toMatchObject({ bytes: bytesOf(1) });
  });
});
