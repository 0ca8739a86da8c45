import type { Browser, Page, WebSocketRoute } from '@playwright/test';
import * as decoding from 'lib0/decoding';
import type { ErrorCode } from '#board/errors.ts';
import { CloseCode, decodeOwn, encodeOwn, Kind } from '#board/wire.ts';
import type { Hello } from '#board/wire.ts';
import { expect, test } from './app-test.ts';
import { fill } from './pages.ts';
import { onBoard, openBrowser, signIn, writeNote } from './people.ts';

const widths = [1440, 1024, 390];

const refusals: readonly (readonly [ErrorCode, number])[] = [
  ['damaged', CloseCode.damaged],
  ['too-large', CloseCode.tooLarge],
  ['foreign-id', CloseCode.noRight],
  ['no-right', CloseCode.noRight],
  ['not-found', CloseCode.noSuchBoard],
];

/** A board in a browser whose line to the server goes through our hands. */
async function openBoard(browser: Browser, url: string, path: string, locale: string) {
  const page = await openBrowser(browser, url, {
    locale,
    colorScheme: locale === 'nl-NL' ? 'dark' : 'light',
  });
  await signIn(page);
  let line: WebSocketRoute | undefined;
  let greeting: Hello | undefined;
  let holding = false;
  await page.routeWebSocket(/\/sync\//, (ws) => {
    const server = ws.connectToServer();
    line = ws;
    ws.onMessage((message) => {
      if (!holding) server.send(message);
    });
    server.onMessage((message) => {
      if (typeof message !== 'string') greeting ??= helloIn(message);
      ws.send(message);
    });
  });
  await page.goto(path);
  await onBoard(page, locale === 'nl-NL' ? 'Bewaard' : 'Saved');
  return {
    page,
    /** From here on nothing of ours gets to the server. */
    hold: () => (holding = true),
    tell: (frame: Uint8Array) => line?.send(Buffer.from(frame)),
    close: async (code: number) => line?.close({ code }),
    greeting: () => greeting,
  };
}

function helloIn(frame: Buffer): Hello | undefined {
  const decoder = decoding.createDecoder(new Uint8Array(frame));
  const kind = decoding.readVarUint(decoder);
  const message = kind === Kind.hello ? decodeOwn(kind, decoder) : undefined;
  return message?.kind === Kind.hello ? message.body : undefined;
}

async function pictures(page: Page, name: string, locale: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, `${name} at ${width} is ${over} pixels too wide`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `test-results/looks/trouble-${name}-${width}-${locale}.png` });
  }
}

/**
 * Whatever the server refuses, a banner says what happened and what is safe, and what was not saved
 * can be taken along. Pictures are left in test-results/looks.
 */
for (const locale of ['en-GB', 'nl-NL']) {
  test(`who is refused is told why and keeps their work, ${locale}`, async ({ app, browser }) => {
    test.setTimeout(240_000);
    const { signedIn } = await fill(app, locale);
    for (const [code, closeCode] of refusals) {
      const board = await openBoard(browser, app.url, signedIn.board, locale);
      board.hold();
      await writeNote(board.page, { x: 900, y: 560 }, 'Vrijdag is de balie dicht');
      board.tell(encodeOwn({ kind: Kind.refused, body: { message: 0, code, reason: 'a test' } }));
      await board.close(closeCode);
      const banner = board.page.getByRole('alert').filter({ hasText: /\S/ });
      await expect(banner).toBeVisible();
      const download = board.page.waitForEvent('download');
      await banner.getByRole('button', { name: /Download/ }).click();
      expect((await download).suggestedFilename()).toMatch(/\.json$/);
      await pictures(board.page, code, locale);
      await board.page.context().close();
    }
  });

  test(`who may only look is told that nothing is saved, ${locale}`, async ({ app, browser }) => {
    test.setTimeout(120_000);
    const { signedIn } = await fill(app, locale);
    const board = await openBoard(browser, app.url, signedIn.board, locale);
    board.hold();
    await writeNote(board.page, { x: 900, y: 560 }, 'Vrijdag is de balie dicht');
    const greeting = board.greeting();
    if (!greeting) throw new Error('the server did not say hello');
    board.tell(encodeOwn({ kind: Kind.hello, body: { ...greeting, access: 'view' } }));
    await expect(board.page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
    await pictures(board.page, 'read-only', locale);
  });
}
