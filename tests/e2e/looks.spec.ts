import type { Page } from '@playwright/test';
import { actionView, boardView, newInviteView } from '#board/api/boards.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { newMemberView } from '#board/api/teams.ts';
import { taskView } from '#board/api/tasks.ts';
import { founder, setUpServer } from '../support/rest-client.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { openBrowser } from './people.ts';

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
    test.setTimeout(240_000);
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
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // As somebody sees it who comes here first on a window of this width.
    await page.evaluate(() => localStorage.clear()).catch(() => {});
    await page.goto(path, { waitUntil: 'networkidle' });
    if (/board|snapshot-/.test(name))
      await expect(page.locator('.tl-shape').first()).toBeAttached();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, `${name} at ${width} is ${over} pixels too wide`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `test-results/looks/${name}-${width}-${locale}.png` });
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(founder.email);
  await page.locator('input[type=password]').fill(founder.password);
  await expect(async () => {
    await page.locator('button[type=submit]').click();
    await expect(page).toHaveURL(/\/$/, { timeout: 5_000 });
  }).toPass();
}

/** Realistic content by REST; the pages to look at. */
async function fill(app: AppProcess, locale: string) {
  const { rest, userId, teamId } = await setUpServer(app.url);
  await rest.call('PATCH', '/me', { locale: locale.slice(0, 2) });
  const board = await rest.post(
    `/teams/${teamId}/boards`,
    { title: 'Kortere wachttijd aan de balie', template: 'example' },
    boardView,
  );
  const { actionId } = await rest.post(
    `/boards/${board.id}/actions`,
    {
      title: 'De brievencontrole van 15.00 uur op de sluitlijst zetten',
      owner: userId,
      due: '2027-01-08',
      effect: { observation: 'Twee weken lang elke brief op tijd', checkOn: '2027-01-22' },
    },
    actionView,
  );
  const task = await rest.post(
    `/boards/${board.id}/actions/${actionId}/confirm`,
    undefined,
    taskView,
  );
  const snapshot = await rest.post(
    `/boards/${board.id}/snapshots`,
    { title: 'Start' },
    snapshotView,
  );
  const member = await rest.post(
    `/teams/${teamId}/members`,
    { email: 'sanne@example.org', name: 'Sanne Visser' },
    newMemberView,
  );
  const invite = await rest.post(`/boards/${board.id}/invites`, { access: 'write' }, newInviteView);
  return {
    open: {
      'sign-in': '/sign-in',
      join: new URL(invite.url).pathname,
      welcome: new URL(member.welcomeUrl ?? app.url).pathname,
      missing: '/nowhere',
    },
    signedIn: {
      home: '/',
      team: `/teams/${teamId}`,
      members: `/teams/${teamId}/members`,
      measures: `/teams/${teamId}/measures`,
      'team-tasks': `/teams/${teamId}/tasks`,
      bin: `/teams/${teamId}/bin`,
      tasks: '/tasks',
      task: `/tasks/${task.id}`,
      board: `/boards/${board.id}`,
      history: `/boards/${board.id}/history`,
      'snapshot-1': `/snapshots/${snapshot.id}`,
      settings: '/settings',
      outbox: '/outbox',
    },
  };
}
