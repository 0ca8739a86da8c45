import type { Browser, Locator, Page } from '@playwright/test';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { makeBoard, onBoard, openBrowser, setUp, writeNote } from './people.ts';

const words = 'Wachten aan de balie';

async function placeOf(card: Locator): Promise<Record<'x' | 'y' | 'width' | 'height', number>> {
  const box = await card.boundingBox();
  if (!box) throw new Error('it is not shown');
  const { x, y, width, height } = box;
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** The founder on a board of one canvas, and its address. */
async function onNewBoard(
  app: AppProcess,
  browser: Browser,
): Promise<{ page: Page; board: string }> {
  const page = await openBrowser(browser, app.url, { viewport: { width: 1440, height: 900 } });
  await setUp(page);
  const board = await makeBoard(page, 'Eerste blik', 'PDCA canvas');
  return { page, board };
}

/** Holds back the scripts that a page loads, until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    // Those of a page that was left meanwhile are gone.
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

test('[CANVAS-6] a board can be read, in its place, before anything of its page has loaded', async ({
  app,
  browser,
}) => {
  const { page, board } = await onNewBoard(app, browser);
  await writeNote(page, { x: 420, y: 420 }, words);
  await onBoard(page);
  const card = page.locator('[data-shape-id]').filter({ hasText: words });
  const before = await placeOf(card);

  const letGo = await holdScripts(page);
  const early = page.locator('#early-look [data-first-look]').filter({ hasText: words });
  // What it shows may be five seconds old.
  await expect(async () => {
    await page.goto(board, { waitUntil: 'commit' });
    await expect(early).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(await placeOf(early)).toEqual(before);
  await page.screenshot({ path: 'test-results/looks/first-look-1440.png' });

  letGo();
  await onBoard(page);
  expect(await placeOf(card)).toEqual(before);
  await expect(page.locator('#early-look')).toBeEmpty();
  await page.context().close();
});

test('[CANVAS-6] a phone is shown no canvas before its page, whose bar may take two lines', async ({
  app,
  browser,
}) => {
  const { page, board } = await onNewBoard(app, browser);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(board, { waitUntil: 'domcontentloaded' });
  await expect(page.locator('[data-first-look]')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Plan' })).toBeVisible();
  await expect(page.locator('[data-first-look]')).toHaveCount(0);

  await page.evaluate(() => sessionStorage.setItem('board-look', 'canvas'));
  const letGo = await holdScripts(page);
  await page.goto(board, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => document.scripts.length > 0 && document.readyState !== 'loading',
  );
  await expect(page.locator('[data-first-look]')).toHaveCount(0);
  letGo();
  await onBoard(page);
  await page.context().close();
});
