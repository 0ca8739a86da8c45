import type { Page } from '@playwright/test';
import { boardView } from '#board/api/boards.ts';
import { setUpServer } from '../support/rest-client.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect } from './app-test.ts';
import { onBoard, openBrowser, signIn } from './people.ts';

export const notes = (page: Page) => page.locator('.tl-shape[data-shape-type="note-card"]');
export const shapes = (page: Page, type: string) =>
  page.locator(`.tl-shape[data-shape-type="${type}"]`);
export const words = (page: Page, text: string) =>
  page.locator('.tl-canvas').getByText(text, { exact: true });

/** A board with one canvas and lanes, open in a browser of the founder's. */
export async function openOne(app: AppProcess, browser: Parameters<typeof openBrowser>[0]) {
  const { rest, teamId, userId } = await setUpServer(app.url);
  const asked = { title: 'Kortere wachttijd', template: 'action' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  const page = await openBrowser(browser, app.url);
  await signIn(page);
  await page.goto(`/boards/${id}`);
  await onBoard(page);
  return { page, rest, boardId: id, userId };
}

/** What it is once it has been the same for half a second. */
export async function atRest<T>(read: () => Promise<T>): Promise<T> {
  let last = await read();
  let since = Date.now();
  await expect
    .poll(
      async () => {
        const now = await read();
        if (now !== last) since = Date.now();
        last = now;
        return Date.now() - since > 500;
      },
      { intervals: [50] },
    )
    .toBe(true);
  return last;
}

/** Where nothing lies: below the lanes. */
export const free = { x: 620, y: 700 };

export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}
