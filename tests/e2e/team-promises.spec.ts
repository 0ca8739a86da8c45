import type { Page } from '@playwright/test';
import { actionView, boardView } from '#board/api/boards.ts';
import { welcomeView } from '#board/api/people.ts';
import { taskView } from '#board/api/tasks.ts';
import { newMemberView } from '#board/api/teams.ts';
import type { AppProcess } from '../support/app-process.ts';
import { RestClient, setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { onBoard, openBrowser, signIn } from './people.ts';

const TITLE = 'De brievencontrole op de sluitlijst zetten';
const PHONE = { width: 390, height: 844 };

test('what somebody else promised in my name is declined, and taken over', async ({
  app,
  browser,
}) => {
  const { sanne, boardId, userId } = await team(app);
  const task = await promise(sanne, boardId, { owner: userId });
  const page = await openBrowser(browser, app.url);
  await signIn(page);
  await page.goto(`/tasks/${task.id}`);
  await expect(page.getByText('Sanne Visser gave you this today')).toBeVisible();
  await picture(page, 'decline-offered');
  const dialog = page.getByRole('dialog');
  await expect(async () => {
    await page.getByRole('button', { name: 'Decline' }).click();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole('button', { name: 'Decline the action' }).click();
  await expect(dialog.getByText('Say why in a few words')).toBeVisible();
  await dialog.getByLabel('Why can you not take it on?').fill('Ik heb de hele maand vakantie');
  await dialog.getByRole('button', { name: 'Decline the action' }).click();
  await expect(page.getByText('Now with Sanne Visser until somebody takes it.')).toBeVisible();
  await picture(page, 'declined-task');

  await page.goto(`/boards/${boardId}`);
  await onBoard(page);
  await expect(page.locator('.tl-canvas').getByText(/declined: Ik heb de hele/)).toBeVisible();
  await page.screenshot({ path: 'test-results/promises/declined-card.png' });

  await page.goto(`/tasks/${task.id}`);
  await expect(async () => {
    await page.getByRole('button', { name: 'I will take it' }).click();
    await expect(page.getByText('is yours now')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText('until somebody takes it')).toHaveCount(0);
  await page.context().close();
});

test('a round of consent: an objection, other words, consent, and a buddy with the promise', async ({
  app,
  browser,
}) => {
  const { rest, sanne, boardId, userId } = await team(app);
  const { actionId } = await propose(rest, boardId, { owner: userId });
  const on = `/boards/${boardId}/actions/${actionId}`;
  const page = await openBrowser(browser, app.url);
  await signIn(page);
  await page.goto(`/boards/${boardId}`);
  await onBoard(page);
  const dialog = page.getByRole('dialog');
  await openAction(page);
  await dialog.getByRole('button', { name: 'Ask for consent' }).click();
  await dialog.getByRole('button', { name: 'Objections' }).click();
  await expect(dialog.getByText('Does anybody see harm in it?')).toBeVisible();
  const objection = { version: 1, kind: 'objection', text: 'Om 15.00 uur zit de balie vol' };
  await sanne.call('POST', `${on}/consent/answers`, objection);
  await expect(dialog.getByText('Om 15.00 uur zit de balie vol')).toBeVisible();
  await picture(page, 'consent-objection');
  await page.screenshot({ path: 'test-results/promises/consent-card.png' });
  await dialog.getByRole('button', { name: 'We consent' }).click();
  await expect(dialog.getByText(/An objection stands/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Confirm' }).first().click();
  await dialog.getByRole('button', { name: 'Confirm the agreement' }).click();
  await expect(dialog.getByText(/An objection stands in the round/)).toBeVisible();
  await page.screenshot({ path: 'test-results/promises/confirm-refused.png' });
  await page.keyboard.press('Escape');

  await openAction(page);
  await dialog.getByRole('button', { name: 'Amend', exact: true }).click();
  const words = 'De brievencontrole van 16.00 uur op de sluitlijst zetten';
  await dialog.getByLabel('The words from now on').fill(words);
  await dialog.getByLabel('How does this meet the objections?').fill('Een uur later is het rustig');
  await dialog.getByRole('button', { name: 'Amend the proposal' }).click();
  await expect(dialog.getByText('Nobody has answered to these words yet.')).toBeVisible();
  await sanne.call('POST', `${on}/consent/answers`, { version: 2, kind: 'none' });
  await dialog.getByRole('button', { name: 'No objection' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'We consent' }).click();
  await expect(dialog.getByText('Consented with amendments')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Confirm' }).first().click();
  await dialog.getByRole('button', { name: 'Add a buddy' }).click();
  await dialog.getByLabel(/Who helps/).fill('Sanne');
  await page.getByRole('option', { name: 'Sanne Visser' }).click();
  await picture(page, 'confirm-with-buddy');
  await dialog.getByRole('button', { name: 'Confirm the agreement' }).click();
  await expect(dialog).toBeHidden();
  const link = page.getByRole('link', { name: 'The whole story' });
  await openAction(page);
  await link.click();
  await expect(page.getByText('Consented with amendments')).toBeVisible();
  await expect(page.getByText('Met: Een uur later is het rustig')).toBeVisible();
  await expect(page.getByText('Helps', { exact: true })).toBeVisible();
  await picture(page, 'task-with-consent');
  await page.context().close();
});

test('several promises take a step by keyboard, and one of them was changed meanwhile', async ({
  app,
  browser,
}) => {
  const { rest, sanne, boardId, userId } = await team(app);
  const titles = ['Brieven nakijken', 'Balie bemannen', 'Patiënten bellen'];
  const tasks = [];
  for (const title of titles) tasks.push(await promise(rest, boardId, { owner: userId, title }));
  await promise(sanne, boardId, { title: 'Mappen sorteren', buddy: userId });
  const page = await openBrowser(browser, app.url);
  await signIn(page);
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'Helping with' })).toBeVisible();
  const box = page.getByRole('checkbox').first();
  await expect(async () => {
    await page
      .getByRole('link', { name: /Brieven|Balie|bellen/ })
      .first()
      .focus();
    await page.keyboard.press('Control+a');
    await expect(box).toBeChecked({ timeout: 500 });
  }).toPass();
  await picture(page, 'bulk-chosen');
  const [, other] = tasks;
  const taken = { state: 'done', revision: other?.revision };
  await sanne.call('PATCH', `/tasks/${other?.id}`, taken);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const told = page.getByRole('status').filter({ hasText: '2 actions started.' });
  await expect(told).toContainText('“Balie bemannen” was changed by somebody else');
  await picture(page, 'bulk-told');
  await told.getByRole('button', { name: 'Undo all 2' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 actions are as they' })).toBeVisible();
  for (const id of [tasks[0]?.id, tasks[2]?.id])
    expect(await rest.get(`/tasks/${id}`, taskView)).toMatchObject({ state: 'agreed' });
  await page.context().close();
});

/** A team of two, of whom Marieke is the one in the browser, and a board. */
async function team(app: AppProcess) {
  const { rest, teamId, userId } = await setUpServer(app.url);
  const added = { email: 'sanne@example.org', name: 'Sanne Visser' };
  const { welcomeUrl } = await rest.post(`/teams/${teamId}/members`, added, newMemberView);
  const welcome = { secret: welcomeUrl?.split('/').at(-1), name: 'Sanne Visser' };
  const { token } = await new RestClient(app.url).post(
    '/welcome',
    { ...welcome, password: 'een-lang-wachtwoord' },
    welcomeView,
  );
  const asked = { title: 'Kortere wachttijd', template: 'action' };
  const { id: boardId } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  return { rest, sanne: rest.as(token), boardId, userId };
}

function propose(rest: RestClient, boardId: string, more: object) {
  return rest.post(
    `/boards/${boardId}/actions`,
    {
      ...{ title: TITLE, owner: 'me', due: '2099-01-08' },
      effect: { observation: 'Twee weken lang elke brief op tijd', checkOn: '2099-01-22' },
      ...more,
    },
    actionView,
  );
}

async function promise(rest: RestClient, boardId: string, more: object) {
  const { actionId } = await propose(rest, boardId, more);
  return rest.post(`/boards/${boardId}/actions/${actionId}/confirm`, undefined, taskView);
}

/** Opens the details of the one action that the board has, from the panel with all of them. */
async function openAction(page: Page): Promise<void> {
  const details = page.getByRole('button', { name: 'Details' }).first();
  if (!(await details.isVisible())) await page.getByRole('button', { name: /^Actions/ }).click();
  await details.click();
}

/** As it looks wide, and on a phone in the dark. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/promises/${name}.png` });
  const wide = page.viewportSize();
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark' });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${name} is ${over} pixels too wide on a phone`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: `test-results/promises/${name}-phone.png` });
  await page.emulateMedia({ colorScheme: 'light' });
  if (wide) await page.setViewportSize(wide);
}
