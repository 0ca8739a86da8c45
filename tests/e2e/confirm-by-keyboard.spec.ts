import type { Page } from '@playwright/test';
import { actionView, boardView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { newMemberView } from '#board/api/teams.ts';
import { addDays, dayIn } from '#board/calendar.ts';
import { jumpFrom } from '#components/time/jump.ts';
import { setUpServer } from '../support/rest-client.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { openBrowser, signIn } from './people.ts';

const languages = [
  {
    locale: 'en-GB',
    confirm: 'Confirm',
    due: 'By when?',
    friday: 'next friday',
    read: /^Friday, \w+ \d/,
    ...{ unclear: 'soonish', notUnderstood: '“soonish” is not understood' },
    ...{ past: 'yesterday', passed: 'Choose today or later', seen: 'Nobody calls' },
  },
  {
    locale: 'nl-NL',
    confirm: 'Bevestig',
    due: 'Wanneer is het klaar?',
    friday: 'vrijdag',
    read: /^vrijdag \d+ \w+/,
    ...{ unclear: 'binnenkort', notUnderstood: '“binnenkort” begrijpen we niet' },
    ...{ past: 'gisteren', passed: 'Kies vandaag of later', seen: 'Niemand belt' },
  },
] as const;

for (const said of languages) {
  test(`[DAY-2] [DAY-3] a promise is made by keyboard alone, ${said.locale}`, async ({
    app,
    browser,
  }) => {
    const { rest, page } = await openProposal(app, browser, said.locale);
    const dialog = page.getByRole('dialog');
    const owner = dialog.locator('[data-field="owner"]');
    const due = dialog.getByLabel(said.due);
    const keys = new Keys(page);

    await page.locator('.tl-canvas').getByRole('button', { name: said.confirm }).focus();
    await keys.press('Enter');
    await expect(owner).toBeFocused();

    await test.step('Enter goes to what is missing and says so', async () => {
      await page.keyboard.press('Enter');
      await expect(owner).toHaveAttribute('aria-invalid', 'true');
      await expect(owner).toBeFocused();
      await pictures(page, `confirm-missing-${said.locale}`);
    });

    await test.step('words that are no day, or one that has passed, are refused', async () => {
      await due.focus();
      await page.keyboard.type(said.unclear);
      await expect(dialog.getByText(said.notUnderstood)).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(due).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.press('Shift+Tab');
      await expect(due).toBeFocused();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(said.past);
      await expect(dialog.getByText(said.passed)).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(owner).toBeFocused();
      await expect(due).toHaveAttribute('aria-invalid', 'true');
      await pictures(page, `confirm-past-${said.locale}`);
      await due.focus();
      await page.keyboard.press('ArrowDown');
      await expect(dialog.getByText(said.read)).toBeVisible();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await owner.focus();
    });

    await keys.type('san');
    await keys.press('Tab');
    await expect(due).toBeFocused();
    await keys.type(said.friday);
    await expect(dialog.getByText(said.read).first()).toBeVisible();
    await pictures(page, `confirm-typing-${said.locale}`);
    await keys.press('Tab'); // to the way to see it
    await keys.press('Tab');
    await keys.type(said.seen);
    await keys.press('Enter');
    await expect(dialog).toBeHidden();

    const today = dayIn('Europe/Amsterdam', new Date());
    const friday = jumpFrom(today, 'friday');
    const { items } = await rest.get('/tasks', listOf(taskView));
    expect(items[0]).toMatchObject({
      owner: { name: 'Sanne Visser' },
      due: friday,
      effect: { observation: said.seen, checkOn: addDays(friday, 14) },
    });
    process.stdout.write(`${said.locale}: confirmed with ${keys.presses} presses\n`);
    expect(keys.presses).toBeLessThan(40);
    await page.context().close();
  });
}

/** What somebody at the keyboard presses, counted. */
class Keys {
  presses = 0;
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.page.keyboard.type(text);
  }
}

/** A proposal with a title and nothing else, on an open canvas. */
async function openProposal(
  app: AppProcess,
  browser: Parameters<typeof openBrowser>[0],
  locale: string,
) {
  const { rest, teamId } = await setUpServer(app.url);
  await rest.call('PATCH', '/me', { locale: locale.slice(0, 2) });
  const sanne = { email: 'sanne@example.org', name: 'Sanne Visser' };
  await rest.post(`/teams/${teamId}/members`, sanne, newMemberView);
  const asked = { title: 'Kortere wachttijd', template: 'action' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  await rest.post(`/boards/${id}/actions`, { title: 'Tweede balie open' }, actionView);
  const page = await openBrowser(browser, app.url, { locale });
  await signIn(page);
  await page.goto(`/boards/${id}`);
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
  return { rest, page };
}

/** As it looks on a desk and on a phone, light and dark. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const path = `test-results/looks/${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}
