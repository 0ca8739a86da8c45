import { boardView } from '#board/api/boards.ts';
import { setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { onBoard, openBrowser, pressCard, signIn, writeNote } from './people.ts';
import { notes, openOne, shapes, words } from './one-board.ts';

test('arranging, and undo', async ({ app, browser }) => {
  const { page } = await openOne(app, browser);
  await writeNote(page, { x: 250, y: 400 }, 'Een');
  await writeNote(page, { x: 700, y: 480 }, 'Twee');

  const placeOf = async (text: string) => {
    const box = await words(page, text).first().boundingBox();
    if (!box) throw new Error(`no ${text}`);
    return { x: Math.round(box.x), y: Math.round(box.y) };
  };

  await test.step('Ctrl+A, align, and back', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Alt+w');
    await expect.poll(async () => (await placeOf('Een')).y - (await placeOf('Twee')).y).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await placeOf('Twee')).y > (await placeOf('Een')).y).toBe(true);
  });

  await test.step('Ctrl while dragging snaps to what lies beside it', async () => {
    await page.keyboard.press('Escape');
    const [one, two] = [await placeOf('Een'), await placeOf('Twee')];
    await page.mouse.move(two.x + 8, two.y + 8);
    await page.mouse.down();
    await page.keyboard.down('Control');
    // Four pixels off the line on which the other lies.
    await page.mouse.move(two.x + 8, one.y + 8 + 4, { steps: 8 });
    await expect.poll(async () => (await placeOf('Twee')).y).toBe(one.y);
    await page.mouse.up();
    await page.keyboard.up('Control');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await placeOf('Twee')).y).toBe(two.y);
  });

  await test.step('three are spread evenly, and all are tidied up', async () => {
    await writeNote(page, { x: 1100, y: 300 }, 'Drie');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Alt+Shift+h');
    const gaps = async () => {
      const [a, b, c] = await Promise.all(['Een', 'Twee', 'Drie'].map(placeOf));
      return Math.abs((b?.x ?? 0) - (a?.x ?? 0) - ((c?.x ?? 0) - (b?.x ?? 0)));
    };
    await expect.poll(gaps).toBeLessThanOrEqual(1);
    await page.mouse.click((await placeOf('Drie')).x + 8, (await placeOf('Drie')).y + 8, {
      button: 'right',
    });
    await page.getByRole('menuitem', { name: 'Align' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'Tidy up' }).press('Enter');
    const rows = async () =>
      new Set(await Promise.all(['Een', 'Twee'].map(async (t) => (await placeOf(t)).y)));
    await expect.poll(async () => (await rows()).size).toBe(1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await pressCard(page, 'Drie');
    await page.keyboard.press('Delete');
  });

  await test.step('Alt-drag and Ctrl+D duplicate, Del takes away', async () => {
    await page.keyboard.press('Escape');
    const { x, y } = await placeOf('Een');
    await page.keyboard.down('Alt');
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 160, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(words(page, 'Een')).toHaveCount(2);
    await page.keyboard.press('Control+d');
    await expect(words(page, 'Een')).toHaveCount(3);
    await page.keyboard.press('Delete');
    await expect(words(page, 'Een')).toHaveCount(2);
  });

  await test.step('a marquee selects, and the selection is grouped under a title', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Shift+f');
    await page.keyboard.type('Wachten');
    await page.keyboard.press('Enter');
    await expect(page.locator('.tl-frame-heading').getByText('Wachten')).toBeVisible();
    await expect(shapes(page, 'frame')).toHaveCount(1);
  });

  await test.step('the fields of the template stay, and say so', async () => {
    const zone = shapes(page, 'zone').first();
    const before = await zone.boundingBox();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(notes(page)).toHaveCount(0);
    expect(await zone.boundingBox()).toEqual(before);
    await zone.getByRole('button', { name: 'Part of the template' }).click();
    await expect(page.getByText('it stays where it is').last()).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(notes(page).first()).toBeVisible();
  });
});

test('cards go to another canvas by dragging them onto its tab, as one undo step', async ({
  app,
  browser,
}) => {
  const { rest, teamId } = await setUpServer(app.url);
  const asked = { title: 'Twee canvassen', template: 'improvement-cycle' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  const page = await openBrowser(browser, app.url);
  await signIn(page);
  await page.goto(`/boards/${id}`);
  await onBoard(page);
  await writeNote(page, { x: 420, y: 420 }, 'Hoort bij de kennis');
  const card = await words(page, 'Hoort bij de kennis').boundingBox();
  const tab = await page.getByRole('tab', { name: 'Knowledge map' }).boundingBox();
  if (!card || !tab) throw new Error('not on screen');
  await page.mouse.move(card.x + 10, card.y + 8);
  await page.mouse.down();
  await page.mouse.move(500, 200, { steps: 5 });
  await page.mouse.move(tab.x + tab.width / 2, tab.y + tab.height / 2, { steps: 5 });
  await page.mouse.up();
  const shown = page.getByRole('tab', { selected: true });
  await expect(shown).toHaveText('Knowledge map');
  await expect(words(page, 'Hoort bij de kennis')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('tab', { name: 'PDCA canvas' }).click();
  await expect(words(page, 'Hoort bij de kennis')).toBeVisible();
});
