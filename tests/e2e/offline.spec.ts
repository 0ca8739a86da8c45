import type { Browser, Page } from '@playwright/test';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import { freePort } from '../support/free-port.ts';
import { founder } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { makeBoard, onBoard, openBrowser, setUp, writeNote } from './people.ts';

const mark = (page: Page) => page.locator('[data-save]');
const card = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text);

/** A signed-in person on a new board. */
async function onNewBoard(browser: Browser, url: string): Promise<{ page: Page; board: string }> {
  const page = await openBrowser(browser, url);
  await setUp(page);
  const board = await makeBoard(page, 'Offline', 'PDCA canvas');
  return { page, board };
}

test('[SYNC-42] an edit made offline survives a reload, and the mark is honest at each step', async ({
  browser,
}) => {
  const dataDir = await newDataDir();
  const port = await freePort();
  const app = await startApp({ dataDir, port });
  const { page, board } = await onNewBoard(browser, app.url);
  await writeNote(page, { x: 420, y: 420 }, 'Before');
  await onBoard(page);

  await app.kill();
  await expect(mark(page)).toHaveAttribute('data-save', 'offline');
  await writeNote(page, { x: 900, y: 420 }, 'While it was away');
  await expect(mark(page)).toHaveText(/^Offline, \d+ changes? kept on this device$/);

  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto('about:blank');
  expect(asked, 'the device has it, so that leaving asks nothing').toEqual([]);
  const again = await startApp({ dataDir, port });
  await page.goto(board);
  await onBoard(page);
  await expect(card(page, 'Before')).toBeVisible();
  await expect(card(page, 'While it was away')).toBeVisible();
  const other = await openBrowser(browser, again.url, {
    storageState: await page.context().storageState(),
  });
  await other.goto(board);
  await expect(card(other, 'While it was away')).toBeVisible();
  for (const one of [page, other]) await one.context().close();
  await again.stop();
  await removeDataDir(dataDir);
});

/** Ends the renderer of a tab as a fault in it would: nothing of the page runs any more. */
async function crash(tab: Page): Promise<void> {
  const gone = tab.waitForEvent('crash');
  const session = await tab.context().newCDPSession(tab);
  // It never answers.
  void session.send('Page.crash').catch(() => undefined);
  await gone;
}

test('[SYNC-41] a tab closed or crashed right after an edit loses nothing', async ({
  app,
  browser,
}) => {
  test.setTimeout(240_000);
  const { page, board } = await onNewBoard(browser, app.url);
  const context = page.context();
  const ends = {
    'Closed at once, with every letter there': (tab: Page) => tab.close({ runBeforeUnload: false }),
    'Crashed at once, with every letter there': crash,
  };
  for (const [index, [text, end]] of Object.entries(ends).entries()) {
    const tab = await context.newPage();
    await tab.goto(board);
    await onBoard(tab);
    await tab.mouse.dblclick(300 + index * 300, 500);
    await expect(tab.locator('.tl-canvas textarea')).toBeFocused();
    await tab.keyboard.type(text);
    await end(tab);
  }
  const last = await context.newPage();
  await last.goto(board);
  await onBoard(last);
  for (const text of Object.keys(ends)) await expect(card(last, text).first()).toBeAttached();
  await context.close();
});

test('[SYNC-49] whoever was signed out goes on in the same page after signing in again', async ({
  app,
  browser,
}) => {
  const { page, board } = await onNewBoard(browser, app.url);
  await page.evaluate(() => ((window as { sameAs?: string }).sameAs = 'before'));
  await writeNote(page, { x: 420, y: 420 }, 'Before');
  await onBoard(page);
  // As "sign out everywhere" does on another device.
  expect((await page.request.delete('/api/v1/sessions')).ok()).toBe(true);
  const banner = page.getByRole('alert').filter({ hasText: 'You are signed out.' });
  await expect(banner).toBeVisible();
  await expect(mark(page)).toHaveAttribute('data-save', 'notSaving');
  await expect(card(page, 'Before')).toBeVisible();

  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    banner.getByRole('link', { name: 'Sign in' }).click(),
  ]);
  await tab.locator('input[type=email]').fill(founder.email);
  await tab.locator('input[type=password]').fill(founder.password);
  await tab.locator('button[type=submit]').click();
  await tab.waitForURL(board);
  await expect(banner).toBeHidden({ timeout: 20_000 });
  await page.bringToFront();
  await onBoard(page);
  expect(await page.evaluate(() => (window as { sameAs?: string }).sameAs)).toBe('before');
  await writeNote(page, { x: 900, y: 420 }, 'After');
  await onBoard(page);
  await page.context().close();
});
