import { projection } from '#board/projection.ts';
import { expect, test } from './app-test.ts';
import { onBoard, writeNote } from './people.ts';
import { atRest, openOne, words } from './one-board.ts';

test('finding one’s way', async ({ app, browser }) => {
  const { page, rest, boardId } = await openOne(app, browser);
  await writeNote(page, { x: 300, y: 420 }, 'Café zonder koffie');
  await writeNote(page, { x: 800, y: 420 }, 'Lift kapot');

  await test.step('Ctrl+F finds words without their accents and goes there', async () => {
    await page.keyboard.press('Control+f');
    await page.getByLabel('Find words').fill('cafe');
    const panel = page.getByRole('complementary', { name: 'On this board' });
    await expect(panel.getByRole('button', { name: 'Lift kapot' })).toHaveCount(0);
    await panel.getByRole('button', { name: 'Café zonder koffie' }).click();
    await expect(words(page, 'Café zonder koffie')).toBeInViewport();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  await test.step('the hand moves the view, and whoever is lost finds the way back', async () => {
    await page.mouse.click(100, 600);
    await page.keyboard.press('h');
    const back = page.getByRole('button', { name: 'Back to what is here' });
    await expect(back).toHaveCount(0);
    for (let turns = 0; turns < 6; turns += 1) {
      await page.mouse.move(1200, 800);
      await page.mouse.down();
      await page.mouse.move(100, 100, { steps: 4 });
      await page.mouse.up();
    }
    await back.click();
    await expect(words(page, 'Lift kapot')).toBeInViewport();
    await expect(back).toHaveCount(0);
    await page.keyboard.press('v');
  });

  await test.step('the overview map shows where one is', async () => {
    await page.getByRole('button', { name: 'Overview map' }).click();
    await expect(page.locator('.tlui-minimap')).toBeVisible();
    await page.getByRole('button', { name: 'Overview map' }).click();
  });

  await test.step('the link to a card opens the board at it', async () => {
    const { body } = await rest.call('GET', `/boards/${boardId}/document`);
    const { notes: found } = projection.parse(body);
    const id = found.find(({ text }) => text === 'Lift kapot')?.id ?? '';
    const other = await page.context().newPage();
    await other.goto(`/boards/${boardId}#card=${encodeURIComponent(id)}`);
    await onBoard(other);
    await expect(words(other, 'Lift kapot')).toBeInViewport();
    await other.close();
  });

  await test.step('wheel, Space and keys move and zoom; the view survives a reload', async () => {
    const zoom = page
      .getByRole('button', { name: /%/ })
      .or(page.getByText(/^\d+ %$/))
      .first();
    const before = await zoom.textContent();
    await page.mouse.click(100, 600);
    await page.mouse.move(600, 500);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect(zoom).not.toHaveText(before ?? '');
    await page.keyboard.press('Shift+1');
    const place = async () => (await words(page, 'Lift kapot').boundingBox())?.x;
    const kept = () => page.evaluate((key) => localStorage.getItem(key), `view:${boardId}`);
    const was = await atRest(place);
    await page.keyboard.down('Space');
    await page.mouse.down();
    await page.mouse.move(680, 540, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Space');
    await expect.poll(place).not.toBe(was);
    const moved = await atRest(place);
    // The view is kept a moment after it came to rest.
    await atRest(kept);
    await page.reload();
    await onBoard(page);
    await expect.poll(async () => Math.round((await place()) ?? 0)).toBe(Math.round(moved ?? 0));
  });
});
