import type { AttemptJob } from './attempt-on-document.ts';
import type { AttemptJobs } from './attempt-worker.ts';
import type { DiffJob } from './diff-document.ts';
import type { DocumentJobs } from './document-worker.ts';
import type { Encoded, Folded } from './fold-document.ts';
import type { RebuildJob } from './rebuild-document.ts';
import type { Tried } from './trial.ts';
import { Workshop } from './workshop.ts';

/**
 * Work on whole documents that is too long for the thread that serves everybody. Each rejects when
 * the job throws, and when it takes longer than it may.
 */
export interface HeavyWork {
  diff(job: DiffJob): Promise<Uint8Array>;
  fold(job: Encoded): Promise<Folded>;
  rebuild(job: RebuildJob): Promise<Uint8Array>;
  digest(job: Encoded): Promise<string>;
  look(job: Encoded): Promise<string>;
  attempt(job: AttemptJob): Promise<Tried>;
}

/** Milliseconds: an honest first sync of the largest board takes a third of it on a slow machine. */
const ATTEMPT_MS = 3_000;
/** Nobody waits for these but the board that they are about. */
const DOCUMENT_MS = 60_000;

/** Two worker threads: what strangers send in must not keep boards from opening. */
export class HeavyThreads implements HeavyWork {
  private readonly documents = new Workshop<DocumentJobs>({ file: workerFile('document-worker') });
  private readonly attempts = new Workshop<AttemptJobs>({ file: workerFile('attempt-worker') });

  start(): void {
    this.documents.start();
    this.attempts.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.documents.stop(), this.attempts.stop()]);
  }

  diff(job: DiffJob): Promise<Uint8Array> {
    return this.documents.run({ is: 'diff', ...job }, { budgetMs: DOCUMENT_MS });
  }

  fold(job: Encoded): Promise<Folded> {
    return this.documents.run({ is: 'fold', ...job }, { budgetMs: DOCUMENT_MS });
  }

  rebuild(job: RebuildJob): Promise<Uint8Array> {
    return this.documents.run({ is: 'rebuild', ...job }, { budgetMs: DOCUMENT_MS });
  }

  digest(job: Encoded): Promise<string> {
    return this.documents.run({ is: 'digest', ...job }, { budgetMs: DOCUMENT_MS });
  }

  look(job: Encoded): Promise<string> {
    return this.documents.run({ is: 'look', ...job }, { budgetMs: DOCUMENT_MS });
  }

  attempt(job: AttemptJob): Promise<Tried> {
    return this.attempts.run({ is: 'attempt', ...job }, { budgetMs: ATTEMPT_MS });
  }
}

/** A worker beside this file, and bundled beside the bundle. */
export function workerFile(name: 'document-worker' | 'attempt-worker'): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${extension}`, import.meta.url);
}
