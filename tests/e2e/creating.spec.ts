import { onePixel } from '../support/pictures.ts';
import { expect, test } from './app-test.ts';
import { onBoard, writeNote } from './people.ts';
import { free, notes, openOne, paste, shapes, words } from './one-board.ts';

test('creating: every key of the sheet makes what it says', async ({ app, browser }) => {
  const { page } = await openOne(app, browser);

  await test.step('a double click is a note with the caret in it', async () => {
    await writeNote(page, { x: 300, y: 400 }, 'Formulieren op drie plaatsen');
  });

  await test.step('Tab in a note makes the next one beside it', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ernaast');
    await page.keyboard.press('Escape');
    await expect(words(page, 'Ernaast')).toBeVisible();
  });

  for (const [key, type] of [
    ['n', 'note-card'],
    ['m', 'action-card'],
    ['w', 'knowledge-card'],
  ] as const) {
    await test.step(`${key} puts down a ${type}`, async () => {
      await page.keyboard.press('Escape');
      const before = await shapes(page, type).count();
      await page.keyboard.press(key);
      await page.mouse.click(free.x, free.y);
      await expect(shapes(page, type)).toHaveCount(before + 1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    });
  }

  for (const [key, type] of [
    ['d', 'draw'],
    ['a', 'arrow'],
    ['r', 'geo'],
    ['l', 'line'],
  ] as const) {
    await test.step(`${key} draws a ${type}`, async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      await page.mouse.move(free.x, free.y + 60);
      await page.mouse.down();
      await page.mouse.move(free.x + 90, free.y + 90, { steps: 4 });
      await page.mouse.up();
      await expect(shapes(page, type)).toHaveCount(1);
      await page.keyboard.press('Escape');
    });
  }

  await test.step('t writes on the canvas itself', async () => {
    await page.keyboard.press('t');
    await page.mouse.click(900, 760);
    await page.keyboard.type('Los woord');
    await page.keyboard.press('Escape');
    await expect(words(page, 'Los woord')).toBeVisible();
  });

  await test.step('a pasted list is one note a line, and one undo step', async () => {
    await page.keyboard.press('Escape');
    const before = await notes(page).count();
    await paste(page, '- Eerste\n- Tweede\n- Derde');
    await expect(notes(page)).toHaveCount(before + 3);
    await page.keyboard.press('Control+z');
    await expect(notes(page)).toHaveCount(before);
  });

  await test.step('pasted cells of a spreadsheet are one note a row', async () => {
    const before = await notes(page).count();
    await paste(page, 'Balie\t12 min\nLab\t8 min');
    await expect(notes(page)).toHaveCount(before + 2);
    await expect(words(page, 'Balie · 12 min')).toBeVisible();
  });

  await test.step('? shows every key', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  });
});

test('a picture is put on the board and seen by others', async ({ app, browser }) => {
  const { page, boardId } = await openOne(app, browser);
  await page.keyboard.press('Escape');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Picture' }).click();
  const file = { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from(onePixel) };
  await (await chosen).setFiles(file);
  const other = await page.context().newPage();
  await other.goto(`/boards/${boardId}`);
  await onBoard(other);
  const image = shapes(other, 'image').locator('img').first();
  await expect(image).toHaveAttribute('src', new RegExp(`/api/v1/boards/${boardId}/images/`));
});

test('the menu of the board, and the looks of what is drawn', async ({ app, browser }) => {
  const { page } = await openOne(app, browser);

  await test.step('a right click offers what fits what lies there', async () => {
    await writeNote(page, { x: 400, y: 640 }, 'Tweede balie open');
    const box = await words(page, 'Tweede balie open').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8, { button: 'right' });
    const menu = page.getByRole('menu');
    await expect(menu.getByRole('menuitem', { name: /^Group under a title/ })).toBeVisible();
    await menu.getByRole('menuitem', { name: /^Duplicate/ }).click();
    await expect(notes(page)).toHaveCount(2);
    await page.keyboard.press('Control+a');
    const other = await words(page, 'Tweede balie open').first().boundingBox();
    await page.mouse.click((other?.x ?? 0) + 8, (other?.y ?? 0) + 8, { button: 'right' });
    await menu.getByRole('menuitem', { name: 'Align' }).hover();
    await page.getByRole('menuitem', { name: /^Left/ }).click();
    const left = async (at: number) => (await notes(page).nth(at).boundingBox())?.x;
    await expect.poll(async () => (await left(0)) === (await left(1))).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await left(0)) === (await left(1))).toBe(false);
  });

  await test.step('colour and line of a drawing, and of the next', async () => {
    await page.keyboard.press('r');
    await page.mouse.move(900, 620);
    await page.mouse.down();
    await page.mouse.move(1000, 700, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Colour and line' }).click();
    await page.getByRole('radio', { name: 'Red', exact: true }).click();
    await page.getByRole('radio', { name: 'Dashed' }).click();
    await page.keyboard.press('Escape');
    const drawn = () => shapes(page, 'geo').first().innerHTML();
    await expect.poll(drawn).toMatch(/#e03131|rgb\(224, 49, 49\)/);
    // The selection comes back as well, as a step of its own.
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    await expect.poll(drawn).not.toMatch(/#e03131|rgb\(224, 49, 49\)/);
  });
});
