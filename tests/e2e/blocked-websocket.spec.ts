import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { makeBoard, onBoard, openBrowser, openDialog, setUp, writeNote } from './people.ts';

test('where WebSockets are blocked, a board works over HTTP and says so', async ({
  app,
  browser,
}) => {
  test.setTimeout(240_000);
  const marieke = await openBrowser(browser, app.url);
  await setUp(marieke);
  await makeBoard(marieke, 'Behind a proxy', 'PDCA canvas');
  const link = await invite(marieke);

  const sanne = await openBrowser(browser, app.url, { locale: 'nl-NL' });
  await blockWebSockets(sanne);
  await sanne.goto(link);
  await sanne.getByLabel('Hoe heet je?').fill('Sanne');
  await sanne.getByRole('button', { name: 'Naar het bord' }).click();
  await onBoard(sanne, 'Bewaard');

  await test.step('they write together and see each other', async () => {
    await writeNote(sanne, { x: 420, y: 420 }, 'Over HTTP geschreven');
    await expect(marieke.locator('.tl-canvas').getByText('Over HTTP geschreven')).toBeVisible();
    await writeNote(marieke, { x: 900, y: 420 }, 'Written over a WebSocket');
    await expect(sanne.locator('.tl-canvas').getByText('Written over a WebSocket')).toBeVisible();
    await sanne.mouse.move(700, 500);
    await sanne.mouse.move(720, 520);
    await expect(marieke.locator('.tl-canvas').getByText('Sanne', { exact: true })).toBeVisible();
    await onBoard(sanne, 'Bewaard');
  });

  await test.step('the mark says how it is connected, where that is not the usual way', async () => {
    await saveMark(sanne).hover();
    await expect(sanne.getByRole('tooltip')).toContainText('Verbonden via HTTP');
    await sanne.screenshot({ path: 'test-results/looks/over-http-1440-nl-NL.png' });
    await saveMark(marieke).hover();
    await expect(marieke.getByRole('tooltip')).toContainText('Everything you made');
    await expect(marieke.getByRole('tooltip')).not.toContainText('HTTP');
  });

  await test.step('what was made over HTTP is there after a reload', async () => {
    await sanne.reload();
    await onBoard(sanne, 'Bewaard');
    await expect(sanne.locator('.tl-canvas').getByText('Over HTTP geschreven')).toBeVisible();
  });

  await test.step('its server stops in good order, and it comes to know', async () => {
    expect(await app.stop()).toBe(0);
    await expect(sanne.getByText(/^Offline/)).toBeVisible();
    await expect(saveMark(sanne)).not.toHaveAttribute('data-transport', 'http');
  });
});

const saveMark = (page: Page) => page.locator('[data-save]');

/** As behind a proxy that lets no upgrade through: every WebSocket fails, and none was open. */
async function blockWebSockets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor() {
        // A port that no browser connects to.
        super('ws://127.0.0.1:1/');
      }
    };
  });
}

async function invite(page: Page): Promise<string> {
  const dialog = await openDialog(page, 'Invite');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByLabel('Link to write along').inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return link;
}
