import type { BrowserContext, Page } from '@playwright/test';
import { founder, setUpServer } from '#tests/support/rest-client.ts';
import { newDataDir, removeDataDir, startApp } from '#tests/support/app-process.ts';
import { serveStock } from './stock/server.ts';
import type { StockWindow } from './stock/window.ts';
import { Colleague, fillBoard } from './filled-board.ts';
import type { BenchNote } from './notes.ts';

/** A product under measurement, holding the notes. */
export interface Product {
  readonly name: string;
  readonly url: string;
  /** Makes a fresh browser ready to open the board at 100 %, with the first note in view. */
  prepare(context: BrowserContext): Promise<void>;
  /** Moves the notes as somebody else's change, so many times, one every `everyMs`. */
  moveNotes(page: Page, ids: readonly string[], times: number, everyMs: number): Promise<void>;
  stop(): Promise<void>;
}

export async function stock(bundle: string, notes: readonly BenchNote[]): Promise<Product> {
  const server = await serveStock(bundle, notes);
  return {
    ...server,
    name: 'tldraw 3.15.6',
    prepare: () => Promise.resolve(),
    moveNotes: (page, ids, times, everyMs) =>
      page.evaluate(
        ([moved, left, pause]) =>
          new Promise<void>((done) => {
            let [count, late] = [0, performance.now()];
            const move = (): void => {
              (window as unknown as StockWindow).moveNotes(moved, count % 2 ? -2 : 2);
              count += 1;
              late += pause;
              if (count === left) done();
              else setTimeout(move, Math.max(0, late - performance.now()));
            };
            move();
          }),
        [ids, times, everyMs] as const,
      ),
  };
}

export async function ours(notes: readonly BenchNote[]): Promise<Product> {
  const dataDir = await newDataDir();
  const app = await startApp({ dataDir });
  const { rest, teamId } = await setUpServer(app.url);
  const boardId = await fillBoard(rest, teamId, notes);
  return {
    name: 'Verbeterbord',
    url: `${app.url}/boards/${boardId}`,
    prepare: (context) => prepareOurs(context, app.url, boardId),
    moveNotes: async (_page, ids, times, everyMs) => {
      const colleague = new Colleague(rest, boardId);
      await colleague.start();
      let next = performance.now();
      for (let count = 0; count < times; count++) {
        colleague.move(ids, count % 2 ? -2 : 2);
        next += everyMs;
        await new Promise((again) => setTimeout(again, Math.max(0, next - performance.now())));
      }
      colleague.stop();
    },
    stop: async () => {
      await app.stop();
      await removeDataDir(dataDir);
    },
  };
}

async function prepareOurs(context: BrowserContext, url: string, boardId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator('input[type=email]').fill(founder.email);
  await page.locator('input[type=password]').fill(founder.password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { name: founder.team }).waitFor();
  const view = { 'page:action': { x: 0, y: 0, z: 1 } };
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `view:${boardId}`,
    JSON.stringify(view),
  ] as const);
  await page.close();
}
