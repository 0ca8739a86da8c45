import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { atRest, notes, openOne, words } from './one-board.ts';
import { onBoard, openBrowser, writeNote } from './people.ts';

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Lays fingers on the screen, moves each to where it is said, and lifts them. */
async function drag(
  hand: CDPSession,
  fingers: readonly (readonly [from: Finger, to: Finger])[],
): Promise<void> {
  const steps = 8;
  for (let step = 0; step <= steps; step++) {
    const touchPoints = fingers.map(([from, to], id) => ({
      id,
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
    await hand.send('Input.dispatchTouchEvent', {
      type: step === 0 ? 'touchStart' : 'touchMove',
      touchPoints,
    });
  }
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function placeOf(page: Page, text: string) {
  const box = await words(page, text).boundingBox();
  if (!box) throw new Error(`nothing on screen says ${text}`);
  return box;
}

test('a board by fingers: looking round, making, moving', async ({ app, browser }) => {
  const { page: desk, boardId } = await openOne(app, browser);
  await writeNote(desk, { x: 240, y: 420 }, 'koffie');
  const phone = await openBrowser(browser, app.url, {
    storageState: await desk.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.addInitScript(() => sessionStorage.setItem('board-look', 'canvas'));
  await phone.goto(`/boards/${boardId}`);
  await onBoard(phone);
  await words(phone, 'koffie').waitFor();
  const hand = await phone.context().newCDPSession(phone);

  await test.step('two fingers look closer, and move what is seen', async () => {
    const before = await placeOf(phone, 'koffie');
    await drag(hand, [
      [
        { x: 180, y: 400 },
        { x: 120, y: 340 },
      ],
      [
        { x: 220, y: 440 },
        { x: 280, y: 500 },
      ],
    ]);
    await expect
      .poll(async () => (await placeOf(phone, 'koffie')).height / before.height)
      .toBeGreaterThan(1.5);
    await drag(hand, [
      [
        { x: 120, y: 340 },
        { x: 180, y: 400 },
      ],
      [
        { x: 280, y: 500 },
        { x: 220, y: 440 },
      ],
    ]);
    await expect
      .poll(async () => (await placeOf(phone, 'koffie')).height / before.height)
      .toBeLessThan(1.3);
  });

  await test.step('one finger moves a card, and everybody sees it', async () => {
    await atRest(async () => (await placeOf(phone, 'koffie')).x);
    const from = await placeOf(phone, 'koffie');
    const there = await placeOf(desk, 'koffie');
    const grip = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    await drag(hand, [[grip, { x: grip.x + 60, y: grip.y + 90 }]]);
    await expect.poll(async () => (await placeOf(desk, 'koffie')).y - there.y).toBeGreaterThan(40);
  });

  await test.step('a tool and a tap make a note', async () => {
    const tool = phone.getByRole('button', { name: 'Note', exact: true });
    // A browser sends no click for some taps right after a drag that ended at speed.
    await expect(async () => {
      await tool.tap();
      await expect(tool).toHaveAttribute('aria-pressed', 'true', { timeout: 1_000 });
    }).toPass();
    await phone.touchscreen.tap(200, 560);
    await expect(phone.locator('.tl-canvas textarea')).toBeFocused();
    await phone.keyboard.type('thee');
    await words(desk, 'thee').waitFor();
  });

  await test.step('nothing of it scrolled or zoomed the page itself', async () => {
    const view = await phone.evaluate(() => [visualViewport?.scale, scrollX, scrollY]);
    expect(view).toEqual([1, 0, 0]);
    await expect(notes(phone)).toHaveCount(2);
  });
  await phone.screenshot({ path: 'test-results/looks/touch.png' });
  for (const one of [desk, phone]) await one.context().close();
});
