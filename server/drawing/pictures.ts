import type { ThumbJob } from '../exports/draw-thumb.ts';
import type { CanvasWords } from '#board/board-words.ts';
import type { WordsJob } from '../exports/document-words.ts';
import type { ExportJob } from '../exports/export-job.ts';
import type { ImportJob, ReadFile } from '../imports/read-file.ts';
import { Workshop } from '../sync/workshop.ts';
import type { PictureJobs } from './picture-worker.ts';

/** Milliseconds; the largest board takes a tenth of it. */
const THUMB_MS = 20_000;
const EXPORT_MS = 60_000;
const IMPORT_MS = 30_000;
/** Bytes of all small pictures that are kept. */
const MOST = 32 << 20;

interface Kept {
  readonly bytes: Promise<Uint8Array>;
  size: number;
}

/**
 * Pictures and files of boards, made in a thread of their own: they must keep no board from opening.
 * Small pictures are kept by what they show, so that each is drawn once. [DRAW-5]
 */
export class Pictures {
  private readonly workshop: Workshop<PictureJobs>;
  /** The one that was asked for last is the last. */
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  constructor(workshop = new Workshop<PictureJobs>({ file: workerFile() })) {
    this.workshop = workshop;
  }

  start(): void {
    this.workshop.start();
  }

  stop(): Promise<void> {
    return this.workshop.stop();
  }

  export(job: ExportJob): Promise<Uint8Array> {
    return this.workshop.run({ is: 'export', ...job }, { budgetMs: EXPORT_MS });
  }

  words(job: WordsJob): Promise<CanvasWords[]> {
    return this.workshop.run({ is: 'words', ...job }, { budgetMs: EXPORT_MS });
  }

  /** What is in a file that somebody brings; a large one takes seconds to check. */
  read(job: ImportJob): Promise<ReadFile> {
    return this.workshop.run({ is: 'import', ...job }, { budgetMs: IMPORT_MS });
  }

  /** @param content names what the document says: equal content, equal picture */
  thumb(content: string, job: ThumbJob): Promise<Uint8Array> {
    return this.once([content, job.locale, job.width, job.height].join(' '), () =>
      this.workshop.run({ is: 'thumb', ...job }, { budgetMs: THUMB_MS }),
    );
  }

  /**
   * What is kept under that key, or else what is made now, for as long as there is room. Whoever asks
   * has asked about rights before.
   */
  once(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.kept.get(key) ?? this.keep(key, make());
    this.kept.delete(key);
    this.kept.set(key, known);
    return known.bytes;
  }

  private keep(key: string, bytes: Promise<Uint8Array>): Kept {
    const kept: Kept = { bytes, size: 0 };
    bytes.then(
      ({ byteLength }) => this.measured(key, kept, byteLength),
      () => this.forget(key, kept),
    );
    return kept;
  }

  private measured(key: string, kept: Kept, size: number): void {
    if (this.kept.get(key) !== kept) return;
    kept.size = size;
    this.size += size;
    for (const [oldest, one] of this.kept) if (this.size > MOST) this.forget(oldest, one);
  }

  private forget(key: string, kept: Kept): void {
    if (this.kept.get(key) !== kept) return;
    this.kept.delete(key);
    this.size -= kept.size;
  }
}

/** Beside this file, and bundled beside the bundle. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./picture-worker.${extension}`, import.meta.url);
}
