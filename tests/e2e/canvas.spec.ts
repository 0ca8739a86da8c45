import type { Page } from '@playwright/test';
import { changeAction } from '#board/actions.ts';
import { actionView, boardView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { projection } from '#board/projection.ts';
import { onePixel } from '../support/pictures.ts';
import { founder, setUpServer } from '../support/rest-client.ts';
import { stockClient } from '../support/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { onBoard, openBrowser, pressCard, signIn, writeNote } from './people.ts';

const notes = (page: Page) => page.locator('.tl-shape[data-shape-type="note-card"]');
const shapes = (page: Page, type: string) => page.locator(`.tl-shape[data-shape-type="${type}"]`);
const words = (page: Page, text: string) =>
  page.locator('.tl-canvas').getByText(text, { exact: true });

/** A board with one canvas and lanes, open in a browser of the founder's. */
async function openOne(app: AppProcess, browser: Parameters<typeof openBrowser>[0]) {
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
async function atRest<T>(read: () => Promise<T>): Promise<T> {
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
const free = { x: 620, y: 700 };

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

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

/** Fills in what a promise needs, as another client of the board. */
async function fillIn(board: { app: AppProcess; token: string; id: string; ownerId: string }) {
  const server = { url: board.app.url.replace('http', 'ws') };
  const client = stockClient(server, asBoardId(board.id), board.token);
  const { actions } = boardDocument(client.doc);
  await expect.poll(() => actions.size).toBe(1);
  client.doc.transact(() =>
    changeAction(boardDocument(client.doc), [...actions.keys()][0] ?? '', {
      owner: { id: board.ownerId, name: founder.name },
      due: '2027-01-08',
      effect: { observation: 'Niemand wacht langer dan tien minuten', checkOn: '2027-01-22' },
    }),
  );
  return client;
}

test('an action is dragged along its lanes', async ({ app, browser }) => {
  const { page, rest, boardId, userId } = await openOne(app, browser);
  await rest.post(`/boards/${boardId}/actions`, { title: 'Tweede balie open' }, actionView);
  const card = shapes(page, 'action-card').first();
  await expect(card).toBeVisible();
  const lane = (name: string) => shapes(page, 'zone').filter({ hasText: name }).first();
  const dragTo = async (name: string, steps: number) => {
    const [from, to] = [await card.boundingBox(), await lane(name).boundingBox()];
    if (!from || !to) throw new Error('not on screen');
    await page.mouse.move(from.x + from.width / 2, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps });
    await page.mouse.up();
  };
  const isIn = async (name: string) => {
    const [at, field] = [await card.boundingBox(), await lane(name).boundingBox()];
    const middle = (at?.x ?? 0) + (at?.width ?? 0) / 2;
    return middle > (field?.x ?? 0) && middle < (field?.x ?? 0) + (field?.width ?? 0);
  };
  const states = async () => {
    const { items } = await rest.get('/tasks?owner=me', listOf(taskView));
    return items.map(({ state }) => state);
  };

  await test.step('what is no promise yet goes back and says what is missing', async () => {
    await dragTo('Agreed', 8);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect.poll(() => isIn('Proposal')).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('in one jump too it goes back to where it was', async () => {
    await dragTo('Doing', 1);
    await expect(page.getByText('confirm it first')).toBeVisible();
    await expect.poll(() => isIn('Proposal')).toBe(true);
  });

  await test.step('once all is filled in, dragging confirms it and takes the next steps', async () => {
    const client = await fillIn({ app, token: rest.token ?? '', id: boardId, ownerId: userId });
    await expect(card.getByText('Jan 8')).toBeVisible();
    await dragTo('Agreed', 8);
    await expect.poll(states).toEqual(['agreed']);
    await dragTo('Doing', 8);
    await expect.poll(states).toEqual(['doing']);
    expect(await isIn('Doing')).toBe(true);
    client.destroy();
  });

  await test.step('no lane is skipped', async () => {
    await page.keyboard.press('Shift+Digit1');
    await atRest(async () => (await lane('Standard').boundingBox())?.x);
    await dragTo('Standard', 8);
    await expect(page.getByText('once its effect has held')).toBeVisible();
    await expect.poll(() => isIn('Doing')).toBe(true);
    expect(await states()).toEqual(['doing']);
  });
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
