import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { onBoard, pressCard, writeNote } from './people.ts';
import { atRest, notes, openOne, words } from './one-board.ts';

test('two people in one card, and a card that goes under somebody’s hand', async ({
  app,
  browser,
}) => {
  const { page, boardId } = await openOne(app, browser);
  await writeNote(page, { x: 500, y: 450 }, 'midden');
  const other = await page.context().newPage();
  await other.goto(`/boards/${boardId}`);
  await onBoard(other);

  await test.step('both type at once, both texts survive, carets stay', async () => {
    for (const each of [page, other]) {
      const box = await words(each, 'midden').boundingBox();
      await each.mouse.dblclick((box?.x ?? 0) + 10, (box?.y ?? 0) + 8);
      await expect(each.locator('.tl-canvas textarea')).toBeFocused();
    }
    await page.keyboard.press('Home');
    await other.keyboard.press('End');
    await Promise.all([
      page.keyboard.type('voor ', { delay: 40 }),
      other.keyboard.type(' achter', { delay: 40 }),
    ]);
    for (const each of [page, other]) {
      await expect(each.locator('.tl-canvas textarea')).toHaveValue('voor midden achter');
    }
    await page.keyboard.type('!');
    await expect(other.locator('.tl-canvas textarea')).toHaveValue('voor !midden achter');
  });

  await test.step('undo takes my words alone', async () => {
    await page.keyboard.press('Escape');
    await other.keyboard.press('Escape');
    for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z');
    await expect(words(other, 'achter').or(words(other, 'midden achter'))).toBeVisible();
  });

  await test.step('a card that somebody deletes while it is dragged ends the drag', async () => {
    const box = await notes(page).first().boundingBox();
    if (!box) throw new Error('no note');
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 60, { steps: 3 });
    await other.keyboard.press('Escape');
    await other.keyboard.press('Control+a');
    await other.keyboard.press('Delete');
    await expect(notes(page)).toHaveCount(0);
    await page.mouse.move(box.x + 120, box.y + 90, { steps: 3 });
    await page.mouse.up();
    await writeNote(page, { x: 500, y: 450 }, 'het bord leeft');
  });
});

test('undo is mine only', async ({ app, browser }) => {
  const { page, boardId } = await openOne(app, browser);
  const other = await page.context().newPage();
  await other.goto(`/boards/${boardId}`);
  await onBoard(other);
  const paper = (at: Page, text: string) =>
    notes(at).filter({ hasText: text }).locator('> *').first();
  const background = (at: Page, text: string) =>
    paper(at, text).evaluate((element) => element.style.background);

  await test.step('taking back a colour leaves the place that somebody gave it since', async () => {
    await writeNote(page, { x: 400, y: 640 }, 'van plaats');
    const yellow = await background(page, 'van plaats');
    await page.getByRole('button', { name: 'Blue paper' }).click();
    await expect.poll(() => background(other, 'van plaats')).not.toBe(yellow);
    const from = await words(other, 'van plaats').boundingBox();
    if (!from) throw new Error('not on screen');
    await other.mouse.move(from.x + 8, from.y + 8);
    await other.mouse.down();
    await other.mouse.move(from.x + 208, from.y + 58, { steps: 4 });
    await other.mouse.up();
    const place = async () => (await words(page, 'van plaats').boundingBox())?.x;
    await expect.poll(async () => ((await place()) ?? 0) - from.x).toBeGreaterThan(150);
    const moved = await atRest(place);
    await page.keyboard.press('Control+z');
    await expect.poll(() => background(other, 'van plaats')).toBe(yellow);
    expect(await place()).toBe(moved);
  });

  await test.step('what somebody deleted stays away', async () => {
    await writeNote(page, { x: 300, y: 200 }, 'niet terug');
    await words(other, 'niet terug').waitFor();
    await page.getByRole('button', { name: 'Pink paper' }).click();
    await pressCard(other, 'niet terug');
    await other.keyboard.press('Delete');
    await expect(words(page, 'niet terug')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await writeNote(page, { x: 300, y: 740 }, 'daarna');
    await words(other, 'daarna').waitFor();
    await expect(words(other, 'niet terug')).toHaveCount(0);
  });

  await test.step('taking back my note leaves the words that somebody wrote in it', async () => {
    await writeNote(page, { x: 620, y: 200 }, 'mijn');
    const box = await words(other, 'mijn').boundingBox();
    await other.mouse.dblclick((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
    await other.keyboard.press('End');
    await other.keyboard.type(' en die van jou');
    await other.keyboard.press('Escape');
    await expect(words(page, 'mijn en die van jou')).toBeVisible();
    for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
    await expect(notes(other).filter({ hasText: 'en die van jou' })).toBeVisible();
  });
});

test('what others write does not disturb an input method', async ({ app, browser }) => {
  const { page, boardId } = await openOne(app, browser);
  await writeNote(page, { x: 500, y: 640 }, 'midden');
  const other = await page.context().newPage();
  await other.goto(`/boards/${boardId}`);
  await onBoard(other);
  const area = (at: Page) => at.locator('.tl-canvas textarea');
  for (const each of [other, page]) {
    const box = await words(each, 'midden').boundingBox();
    await each.mouse.dblclick((box?.x ?? 0) + 10, (box?.y ?? 0) + 8);
    await expect(area(each)).toBeFocused();
  }
  await other.keyboard.press('Home');
  await page.keyboard.press('End');
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose('か');
  await expect(area(page)).toHaveValue('middenか');
  await other.keyboard.type('voor ', { delay: 40 });
  await compose('かい');
  await compose('かいぎ');
  await other.keyboard.type('en ', { delay: 40 });
  await keyboard.send('Input.insertText', { text: '会議' });
  for (const each of [page, other]) {
    await expect(area(each)).toHaveValue('voor en midden会議');
  }
  await page.keyboard.type('!');
  await expect(area(other)).toHaveValue('voor en midden会議!');
});
