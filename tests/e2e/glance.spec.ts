import { boardView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { taskView } from '#board/api/tasks.ts';
import { teamView } from '#board/api/teams.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { complaints } from '../support/print.ts';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { fill } from './pages.ts';
import { openBrowser, signIn } from './people.ts';
import { founder, RestClient, setUpServer } from '../support/rest-client.ts';

const DAY_MS = 24 * 3600_000;

test('[GLANCE-1] [GLANCE-4] a manager sees their teams at a glance, those first that need somebody', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const dataDir = await newDataDir();
  const before = await startApp({ dataDir });
  const token = await furnish(before);
  await before.stop();
  await weeksPass(dataDir);
  const app = await startApp({ dataDir });
  for (const [locale, colorScheme] of [
    ['en-GB', 'light'],
    ['nl-NL', 'dark'],
  ] as const) {
    await new RestClient(app.url, token).call('PATCH', '/me', { locale: locale.slice(0, 2) });
    const page = await openBrowser(browser, app.url, { locale, colorScheme });
    await signIn(page);
    await page.getByRole('link', { name: /^(My teams|Mijn teams)$/ }).click();
    const cards = page.getByRole('article');
    await expect(cards.getByRole('heading', { level: 2 })).toHaveText([
      founder.team,
      'Radiologie en beeldvormende diagnostiek',
      'Apotheek',
    ]);
    await expect(cards.first()).toContainText(/2 promises late|2 afspraken te laat/);
    await expect(cards.nth(2)).toContainText(/Nothing waits|Er wacht niets/);
    for (const picture of await page.locator('article img').all())
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(100);
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(over, `at ${width}`).toBeLessThanOrEqual(0);
      await page.screenshot({
        path: `test-results/glance-${width}-${locale}.png`,
        fullPage: true,
      });
    }
    await page.context().close();
  }
  await app.stop();
  await removeDataDir(dataDir);
});

test('[GLANCE-1] whoever manages no team is told what would be here', async ({ app, browser }) => {
  const { rest, teamId, userId } = await setUpServer(app.url);
  const other = { email: 'sanne@example.org', name: 'Sanne Visser', role: 'manager' };
  await rest.call('POST', `/teams/${teamId}/members`, other);
  await rest.call('PATCH', `/teams/${teamId}/members/${userId}`, { role: 'member' });
  const page = await openBrowser(browser, app.url);
  await signIn(page);
  await expect(page.getByRole('link', { name: 'My actions' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'My teams' })).toBeHidden();
  await page.goto('/glance');
  await expect(page.getByText(/You do neither yet/)).toBeVisible();
  await page.screenshot({ path: 'test-results/glance-none.png' });
  await page.context().close();
});

/** Three teams: one with everything, one whose snapshot waits, one that is new. */
async function furnish(app: AppProcess): Promise<string | null> {
  const { rest } = await fill(app, 'en-GB');
  const { items } = await rest.get('/tasks?state=agreed', listOf(taskView));
  expect(items.length).toBeGreaterThan(1);
  const { id } = await rest.post(
    '/teams',
    { name: 'Radiologie en beeldvormende diagnostiek' },
    teamView,
  );
  await takenSnapshot(rest, id);
  await rest.post('/teams', { name: 'Apotheek' }, teamView);
  return rest.token;
}

async function takenSnapshot(rest: RestClient, teamId: string): Promise<void> {
  const asked = { title: 'Minder dubbele afspraken', template: 'pdca' };
  const board = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  for (const text of ['Patiënten komen twee keer', 'De agenda’s kennen elkaar niet'])
    await rest.call('POST', `/boards/${board.id}/notes`, { canvas: 'pdca', text });
  await rest.post(`/boards/${board.id}/snapshots`, { title: 'Eerste ronde' }, snapshotView);
}

/** What only time can do: two promises become late, and snapshots get old. The chain is not looked at here. */
async function weeksPass(dataDir: string): Promise<void> {
  const { prisma, close } = await openDatabase({ dataDir, log: complaints });
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  const open = await prisma.task.findMany({ where: { state: 'agreed' }, take: 2 });
  await prisma.task.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { due: ago(5).toISOString().slice(0, 10) },
  });
  await prisma.task.updateMany({
    where: { state: { in: ['done', 'effect_checked'] } },
    data: { due: ago(5).toISOString().slice(0, 10), checkOn: ago(2).toISOString().slice(0, 10) },
  });
  await prisma.taskEvent.updateMany({ data: { at: ago(6) } });
  await prisma.snapshot.updateMany({ data: { createdAt: ago(12) } });
  await close();
}
