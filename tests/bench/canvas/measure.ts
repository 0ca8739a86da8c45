import type { Browser, CDPSession, Page } from '@playwright/test';
import { COLUMNS, PITCH } from './notes.ts';
import type { Product } from './product.ts';

/** What one opening of the board came to. */
export interface Figures {
  /** Milliseconds from the start of navigation until every note in the window shows its words. */
  readonly paint: number;
  /** Milliseconds until they are there to be worked on. */
  readonly work: number;
  /** Frames a second while panning at 100 %, and with the whole board in view, on a slower machine. */
  readonly pan: number;
  readonly panFar: number;
  /** Milliseconds of the main thread for one remote change of 20 notes. */
  readonly move: number;
  /** Bytes of JavaScript's heap after collecting garbage, with everything loaded. */
  readonly heap: number;
  /** Elements and texts in the document. */
  readonly nodes: number;
  /** Bytes of JavaScript that were loaded, unpacked. */
  readonly script: number;
}

const WINDOW = { width: 1440, height: 900 };
const PAN_MS = 3_000;
/** A laptop of some years, beside the machine that this runs on. */
const SLOWER = 4;
const MOVED = 20;
const MOVES = 180;
const MOVE_EVERY_MS = 1000 / 60;

/** Opens the board in a browser without anything kept, and goes through it as a person would. */
export async function measure(browser: Browser, product: Product): Promise<Figures> {
  const { page, readAt, workAt } = await open(browser, product);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await settle(page);
  const heap = await heapOf(devtools);
  const script = await scriptBytes(page);
  const move = await costOfMoves(page, devtools, product);
  const near = await panned(page, devtools);
  await page.mouse.click(WINDOW.width / 2, WINDOW.height - 300);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Digit1');
  await settle(page);
  const panFar = await panned(page, devtools);
  const figures = {
    paint: readAt,
    work: workAt,
    pan: near,
    panFar,
    move,
    script,
    ...heap,
  };
  await page.context().close();
  return figures;
}

/** Bytes of script that the board has loaded, unpacked, once it is there and the page is idle. */
export async function measureScript(browser: Browser, product: Product): Promise<number> {
  const { page } = await open(browser, product);
  await settle(page);
  const script = await scriptBytes(page);
  await page.context().close();
  return script;
}

async function open(browser: Browser, product: Product): Promise<Opened & { page: Page }> {
  const context = await browser.newContext({ viewport: WINDOW });
  await product.prepare(context);
  const page = await context.newPage();
  await page.addInitScript(watchForNotes, cornersInView());
  await page.goto(product.url, { waitUntil: 'commit' });
  const opened = await page.waitForFunction(
    () => {
      const { readAt, workAt } = window as unknown as Partial<Opened>;
      return readAt !== undefined && workAt !== undefined && { readAt, workAt };
    },
    undefined,
    { timeout: 120_000, polling: 100 },
  );
  const { readAt, workAt } = (await opened.jsonValue()) || { readAt: NaN, workAt: NaN };
  return { page, readAt, workAt };
}

/** The notes in the corners of the window at the start. */
function cornersInView(): string[] {
  const [right, below] = [
    Math.floor(WINDOW.width / PITCH) - 1,
    Math.floor(WINDOW.height / PITCH) - 1,
  ];
  return [0, right, below * COLUMNS, below * COLUMNS + right].map((at) => `shape:note-${at}`);
}

/** When the words were there to read, and when the notes were there to work on. */
interface Opened {
  readonly readAt: number;
  readonly workAt: number;
}

/** Of the browser; TypeScript does not know it yet. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
};

/** Runs in the page: notes when a frame in which all of them show words has been painted. */
function watchForNotes(ids: readonly string[]): void {
  const words = (selector: string): number => {
    return (document.querySelector(selector)?.textContent ?? '').trim().length;
  };
  const watch = (name: keyof Opened, selectorOf: (id: string) => string): void => {
    const look = (): void => {
      if (!ids.every((id) => words(selectorOf(id)) > 3)) return void requestAnimationFrame(look);
      // What is asked for from within a frame runs once it has been painted, and before anything else.
      void scheduler.postTask(() => Object.assign(window, { [name]: performance.now() }), {
        priority: 'user-blocking',
      });
    };
    requestAnimationFrame(look);
  };
  watch('readAt', (id) => `[data-shape-id="${id}"], [data-first-look="${id}"]`);
  watch('workAt', (id) => `[data-shape-id="${id}"]`);
}

/** Waits until the page has been idle for a while. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let calm = 0;
        let last = performance.now();
        const look = (): void => {
          const now = performance.now();
          calm = now - last < 34 ? calm + 1 : 0;
          last = now;
          if (calm > 60) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        setTimeout(done, 20_000);
      }),
  );
}

/** Frames a second while the wheel turns in every frame, on a machine so many times slower. */
async function panned(page: Page, devtools: CDPSession): Promise<number> {
  // As it is, the screen's 60 frames a second are the limit, not the work.
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const frames = await pan(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return frames;
}

function pan(page: Page): Promise<number> {
  return page.evaluate((forMs) => {
    const canvas = document.querySelector('.tl-canvas');
    if (!canvas) throw new Error('no canvas');
    return new Promise<number>((done) => {
      const began = performance.now();
      let frames = 0;
      const turn = (): void => {
        const now = performance.now();
        if (now - began > forMs) return done((frames * 1000) / (now - began));
        frames += 1;
        const way = Math.floor((now - began) / 1000) % 2 ? -1 : 1;
        const wheel = { deltaX: 24 * way, deltaY: 12 * way, clientX: 700, clientY: 450 };
        canvas.dispatchEvent(
          new WheelEvent('wheel', { ...wheel, bubbles: true, cancelable: true }),
        );
        requestAnimationFrame(turn);
      };
      requestAnimationFrame(turn);
    });
  }, PAN_MS);
}

async function costOfMoves(page: Page, devtools: CDPSession, product: Product): Promise<number> {
  const ids = Array.from({ length: MOVED }, (_, at) => {
    return `note-${(at % 5) + Math.floor(at / 5) * COLUMNS}`;
  });
  const before = await taskSeconds(devtools);
  await product.moveNotes(page, ids, MOVES, MOVE_EVERY_MS);
  return (((await taskSeconds(devtools)) - before) * 1000) / MOVES;
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

async function heapOf(devtools: CDPSession): Promise<{ heap: number; nodes: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes };
}

/** Of what the page has loaded so far. */
export function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.m?js(\?|$)/.test(name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
  );
}
