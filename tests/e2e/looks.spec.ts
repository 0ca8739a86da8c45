import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { fill } from './pages.ts';
import { openBrowser, signIn } from './people.ts';

const widths = [1440, 1024, 390];

/**
 * Opens every page with content at three widths, light and dark, in both languages, and leaves the
 * pictures in test-results/looks. What a test can see of looks: nothing is wider than its window,
 * nothing complains, no request leaves the host.
 */
for (const [locale, colorScheme] of [
  ['en-GB', 'light'],
  ['nl-NL', 'dark'],
] as const) {
  test(`every page fits its window, ${locale}, ${colorScheme}`, async ({ app, browser }) => {
    test.setTimeout(480_000);
    const page = await openBrowser(browser, app.url, { locale, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => {
      const expected = message.location().url.endsWith('/nowhere');
      if (message.type() === 'error' && !expected) complaints.push(message.text());
    });
    await look(page, 'setup', '/setup', locale);
    const pages = await fill(app, locale);
    for (const [name, path] of Object.entries(pages.open)) await look(page, name, path, locale);
    await signIn(page);
    for (const [name, path] of Object.entries(pages.signedIn)) await look(page, name, path, locale);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

async function look(page: Page, name: string, path: string, locale: string): Promise<void> {
  const isBoard = /board|snapshot-/.test(name);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // A board is shown as somebody sees it who comes here first on a window of this width.
    if (isBoard || width === widths[0]) await open(page, name, path, isBoard);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, `${name} at ${width} is ${over} pixels too wide`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `test-results/looks/${name}-${width}-${locale}.png` });
  }
}

async function open(page: Page, name: string, path: string, isBoard: boolean): Promise<void> {
  const isList = name.endsWith('list');
  await page
    .evaluate(
      (look) => {
        localStorage.clear();
        sessionStorage.setItem('board-look', look);
      },
      isList ? 'list' : 'canvas',
    )
    .catch(() => {});
  await page.goto(path, { waitUntil: 'networkidle' });
  if (isList) await expect(page.getByRole('region').first()).toBeVisible();
  else if (isBoard) await expect(page.locator('.tl-shape').first()).toBeAttached();
}
