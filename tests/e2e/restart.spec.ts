import { startApp } from '../support/app-process.ts';
import { freePort } from '../support/free-port.ts';
import { expect, test } from './app-test.ts';
import { makeBoard, onBoard, openBrowser, setUp, writeNote } from './people.ts';
import { newDataDir, removeDataDir } from '../support/app-process.ts';

test('the saved mark tells the truth through a crash, and nothing is lost', async ({ browser }) => {
  const dataDir = await newDataDir();
  const port = await freePort();
  const app = await startApp({ dataDir, port });
  const page = await openBrowser(browser, app.url);
  await setUp(page);
  await makeBoard(page, 'Restart', 'PDCA canvas');
  await writeNote(page, { x: 420, y: 420 }, 'Before the crash');
  await onBoard(page);

  await app.kill();
  await expect(page.getByText(/^Offline/)).toBeVisible();
  await writeNote(page, { x: 900, y: 420 }, 'While it was away');
  await expect(page.getByText(/^Offline, \d+ changes? kept/)).toBeVisible();

  const again = await startApp({ dataDir, port });
  await onBoard(page);
  await page.reload();
  await onBoard(page);
  await expect(page.locator('.tl-canvas').getByText('Before the crash')).toBeVisible();
  await expect(page.locator('.tl-canvas').getByText('While it was away')).toBeVisible();
  await page.context().close();
  await again.stop();
  await removeDataDir(dataDir);
});
