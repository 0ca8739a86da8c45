import { snapshotView } from '#board/api/snapshots.ts';
import { expect, test } from './app-test.ts';
import { openOne } from './one-board.ts';
import { openBrowser, openDialog } from './people.ts';

test('[SHARE-1] [SHARE-3] somebody without an account looks at one snapshot until the link is ended', async ({
  app,
  browser,
}) => {
  const { page, rest, boardId } = await openOne(app, browser);
  const write = (text: string) =>
    rest.call('POST', `/boards/${boardId}/notes`, { canvas: 'action', text });
  await write('Brieven ontbreken');
  const snapshot = await rest.post(
    `/boards/${boardId}/snapshots`,
    { title: 'Voor de directie' },
    snapshotView,
  );
  await write('Daarna geschreven');

  await page.goto(`/snapshots/${snapshot.id}`);
  const dialog = await openDialog(page, 'Share');
  await dialog.getByLabel('How long does it work?').selectOption('30 days');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const url = await dialog.getByLabel('Link to this snapshot').inputValue();
  await expect(dialog.getByText('Nobody opened it yet')).toBeVisible();

  const visitor = await openBrowser(browser, app.url, { locale: 'nl-NL' });
  const answer = await visitor.goto(url);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  await expect(visitor.getByRole('heading', { name: 'Kortere wachttijd' })).toBeVisible();
  await expect(visitor.getByText('Brieven ontbreken')).toBeVisible();
  await expect(visitor.getByText('Daarna geschreven')).toBeHidden();
  await expect(visitor.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/);
  const picture = visitor.getByAltText('Het bord als plaatje');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(500);
  expect(await visitor.content()).not.toContain(boardId);

  await page.reload();
  const again = await openDialog(page, 'Share');
  await expect(again.getByText(/Last opened/)).toBeVisible();
  await page.screenshot({ path: 'test-results/share-dialog.png' });
  await again.getByRole('button', { name: 'End', exact: true }).click();
  await expect(again.getByText('Links that work now')).toBeHidden();
  await visitor.reload();
  await expect(visitor.getByText('Deze link laat niets meer zien')).toBeVisible();
  const gone = await visitor.request.get(`${url}/picture`);
  expect(gone.status()).toBe(404);
  await visitor.context().close();
  await page.context().close();
});

test('[SHARE-2] a link may work until a day that is chosen', async ({ app, browser }) => {
  const { page, rest, boardId } = await openOne(app, browser);
  const snapshot = await rest.post(`/boards/${boardId}/snapshots`, {}, snapshotView);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/snapshots/${snapshot.id}`);
  const dialog = await openDialog(page, 'Share');
  await dialog.getByLabel('How long does it work?').selectOption('Until a day you choose');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  await expect(dialog.getByText('Choose a day', { exact: true })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Up to and including' }).fill('in 3 weeks');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  await expect(dialog.getByText('Links that work now')).toBeVisible();
  await page.screenshot({ path: 'test-results/share-phone.png' });
  await page.context().close();
});
