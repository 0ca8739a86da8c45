import { snapshotView } from '#board/api/snapshots.ts';
import { expect, test } from './app-test.ts';
import { openOne, words } from './one-board.ts';
import { onBoard, openBrowser, openDialog, pressCard, signIn } from './people.ts';

test('a board is looked back at, cards come back, everybody hears of it, and one press undoes it', async ({
  app,
  browser,
}) => {
  const { page, rest, boardId } = await openOne(app, browser);
  const write = (text: string) =>
    rest.call('POST', `/boards/${boardId}/notes`, { canvas: 'action', text });
  await write('Brieven ontbreken');
  await write('Balie is onbemand om 12 uur');
  const snapshot = await rest.post(`/boards/${boardId}/snapshots`, {}, snapshotView);
  await expect(words(page, 'Brieven ontbreken')).toBeVisible();
  await pressCard(page, 'Brieven ontbreken');
  await page.keyboard.press('Delete');
  await expect(words(page, 'Brieven ontbreken')).toBeHidden();
  await onBoard(page);
  await write('Daarna geschreven');

  const other = await openBrowser(browser, app.url);
  await signIn(other);
  await other.goto(`/snapshots/${snapshot.id}`);
  await expect(words(other, 'Brieven ontbreken')).toBeVisible({ timeout: 30_000 });
  const dialog = await openDialog(other, 'Bring back some cards');
  await dialog.getByLabel('Brieven ontbreken').check();
  await expect(dialog.getByText('Daarna geschreven')).toBeHidden();
  await other.screenshot({ path: 'test-results/history-cards.png' });
  await dialog.getByRole('button', { name: 'Bring back 1 card' }).click();
  // What is said in passing stays while the pointer rests on it.
  const told = page.getByText(/brought back 1 card from snapshot #1/);
  await expect(told).toBeVisible({ timeout: 30_000 });
  await told.hover();
  await other.waitForURL(`**/boards/${boardId}`);
  for (const one of [page, other]) {
    await expect(words(one, 'Brieven ontbreken')).toBeVisible({ timeout: 30_000 });
    await expect(words(one, 'Daarna geschreven')).toBeVisible();
  }
  await page.screenshot({ path: 'test-results/history-told.png' });
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(words(page, 'Brieven ontbreken')).toBeHidden();
  await expect(words(page, 'Daarna geschreven')).toBeVisible();

  await other.goto(`/boards/${boardId}/history`);
  await expect(async () => {
    await other.getByRole('button', { name: 'Look back' }).click();
    await expect(other.getByRole('slider')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(words(other, 'Daarna geschreven')).toBeVisible({ timeout: 30_000 });
  await other.screenshot({ path: 'test-results/history-replay.png', fullPage: true });
  await other.context().close();
  await page.context().close();
});

test('the slider goes back by keyboard to how the board was', async ({ app, browser }) => {
  const { page, rest, boardId } = await openOne(app, browser);
  await rest.call('POST', `/boards/${boardId}/notes`, { canvas: 'action', text: 'Eerst dit' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/boards/${boardId}/history`);
  await expect(async () => {
    await page.getByRole('button', { name: 'Look back' }).click();
    await expect(page.getByRole('slider')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(words(page, 'Eerst dit')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /\d/);
  await page.getByRole('button', { name: 'One change back' }).click();
  await expect(words(page, 'Eerst dit')).toBeHidden();
  await page.screenshot({ path: 'test-results/history-phone.png', fullPage: true });
  await page.context().close();
});

test('[DRAW-5] every snapshot of a long history shows its picture, on a phone too', async ({
  app,
  browser,
}) => {
  test.setTimeout(180_000);
  const { page, rest, boardId } = await openOne(app, browser);
  const phone = { width: 390, height: 844 };
  await rest.call('PATCH', '/me', { locale: 'nl' });
  for (let number = 1; number <= 12; number++) {
    const text = `Waarneming ${number}`;
    await rest.call('POST', `/boards/${boardId}/notes`, { canvas: 'action', text });
    await rest.post(`/boards/${boardId}/snapshots`, {}, snapshotView);
  }
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('/picture') && !answer.ok()) refused.push(answer.url());
  });
  for (const [name, size] of [
    ['wide', { width: 1440, height: 900 }],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: name === 'phone' ? 'dark' : 'light' });
    await page.goto(`/boards/${boardId}/history`);
    const thumbs = page.locator('article img');
    await expect(thumbs).toHaveCount(12);
    for (const thumb of await thumbs.all()) {
      await thumb.scrollIntoViewIfNeeded();
      await expect
        .poll(() => thumb.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(100);
    }
    await page.screenshot({ path: `test-results/history-thumbs-${name}.png`, fullPage: true });
  }
  expect(refused).toEqual([]);
  await page.locator('article a').first().click();
  await expect(page.getByRole('heading', { name: 'Wat veranderde sinds de vorige' })).toBeVisible();
  await expect(page.locator('.tl-shape').first()).toBeAttached();
  await page.screenshot({ path: 'test-results/history-changes-phone.png', fullPage: true });
  await openDialog(page, 'Download…');
  await page.screenshot({
    path: 'test-results/history-download-phone.png',
    animations: 'disabled',
  });
  await page.context().close();
});
