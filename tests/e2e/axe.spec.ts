import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { fill } from './pages.ts';
import { openBrowser, signIn } from './people.ts';

/** Every page, the list view too, in light and dark: axe finds nothing serious. */
test('axe finds nothing serious on any page, light or dark', async ({ app, browser }) => {
  test.setTimeout(480_000);
  // Without movement, so that no colour is read half-way between light and dark.
  const page = await openBrowser(browser, app.url, { reducedMotion: 'reduce' });
  await page.goto('/setup');
  await expectNothingSerious(page, 'setup');
  const pages = await fill(app, 'en-GB');
  for (const [name, path] of Object.entries(pages.open)) await check(page, name, path);
  await signIn(page);
  for (const [name, path] of Object.entries(pages.signedIn)) await check(page, name, path);
});

async function check(page: Page, name: string, path: string): Promise<void> {
  await page
    .evaluate((look) => sessionStorage.setItem('board-look', look), lookOf(name))
    .catch(() => {});
  await page.goto(path, { waitUntil: 'networkidle' });
  if (name === 'board-list') await expect(page.getByRole('region').first()).toBeVisible();
  else if (/board|snapshot-/.test(name))
    await expect(page.locator('.tl-shape').first()).toBeAttached();
  await expectNothingSerious(page, name);
}

async function expectNothingSerious(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await seriousOn(page), `${name}, ${colorScheme}`).toEqual([]);
  }
}

const lookOf = (name: string): string => (name === 'board-list' ? 'list' : 'canvas');

/** What axe calls serious or critical, and where; tldraw's badge is not ours to change. */
async function seriousOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('.tl-watermark_SEE-LICENSE')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
