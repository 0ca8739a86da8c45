import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { openOne, shapes, words } from './one-board.ts';
import { onBoard } from './people.ts';

const chunks = '.next/static/chunks';

/** The file that holds the text editor, by words that only it has. */
function engineFile(): string {
  const scripts = readdirSync(chunks).filter((name) => name.endsWith('.js'));
  const found = scripts.filter((name) => {
    return readFileSync(join(chunks, name), 'utf8').includes('ProseMirror-selectednode');
  });
  expect(found).toHaveLength(1);
  return basename(found[0] ?? '');
}

/** Holds the text editor back until it is let go; `asked` tells whether the page wants it. */
async function holdEngine(page: Page) {
  let asked = false;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/${engineFile()}*`, async (route) => {
    asked = true;
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.reload();
  await onBoard(page);
  return { letGo, asked: () => asked };
}

const place = { x: 620, y: 700 };
const field = (page: Page) => page.getByTestId('rich-text-area').locator('[contenteditable]');

async function writeWithT(page: Page, text: string): Promise<void> {
  await page.keyboard.press('t');
  await page.mouse.click(place.x, place.y);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
}

test('[CANVAS-38] words typed while the text editor is on its way go on in it', async ({
  app,
  browser,
}) => {
  const { page } = await openOne(app, browser);
  const engine = await holdEngine(page);
  expect(engine.asked()).toBe(false);

  await test.step('the first letters are taken at once', async () => {
    await writeWithT(page, 'Wachten op het');
    await page.keyboard.press('Enter');
    await page.keyboard.type('loket');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(field(page)).toHaveText(/Wachten op het\s*loket/);
    expect(engine.asked()).toBe(true);
    expect(await page.evaluate(() => document.querySelector('.tiptap'))).toBeNull();
  });

  await test.step('the editor has them, with the caret where it was', async () => {
    engine.letGo();
    await expect(page.locator('.tiptap')).toBeFocused();
    await page.keyboard.type('K');
    await expect(page.locator('.tiptap p')).toHaveText(['Wachten op het', 'lokKet']);
  });

  await test.step('and can give them looks', async () => {
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Bold' }).click();
    await page.keyboard.press('Escape');
    await expect(shapes(page, 'text').locator('strong')).toHaveText(['Wachten op het', 'lokKet']);
  });

  await test.step('which are there when the board opens', async () => {
    await page.reload();
    await onBoard(page);
    await expect(shapes(page, 'text').locator('strong')).toHaveText(['Wachten op het', 'lokKet']);
  });
  await page.context().close();
});

test('[CANVAS-38] what is written where the text editor cannot come is saved', async ({
  app,
  browser,
}) => {
  const { page } = await openOne(app, browser);
  await page.route(`**/${engineFile()}*`, (route) => route.abort());
  await page.reload();
  await onBoard(page);

  await writeWithT(page, 'Los woord');
  await page.keyboard.press('Escape');
  await expect(words(page, 'Los woord')).toBeVisible();

  await page.keyboard.press('Escape');
  await words(page, 'Los woord').dblclick();
  await page.keyboard.press('End');
  await page.keyboard.type(', en meer');
  await page.keyboard.press('Escape');
  await expect(words(page, 'Los woord, en meer')).toBeVisible();

  await test.step('a rectangle takes a word too', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.mouse.move(place.x + 300, place.y);
    await page.mouse.down();
    await page.mouse.move(place.x + 460, place.y + 100, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('Balie');
    await page.keyboard.press('Escape');
    await expect(shapes(page, 'geo').getByText('Balie')).toBeVisible();
  });

  await page.unrouteAll();
  await page.reload();
  await onBoard(page);
  await expect(words(page, 'Los woord, en meer')).toBeVisible();
  await expect(shapes(page, 'geo').getByText('Balie')).toBeVisible();
  await page.context().close();
});
