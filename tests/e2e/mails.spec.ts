import { actionView, boardView } from '#board/api/boards.ts';
import { mailView } from '#board/api/mail.ts';
import { preferencesView } from '#board/api/preferences.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import type { AppProcess } from '../support/app-process.ts';
import { founder, setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { openBrowser, openDialog } from './people.ts';

/** A task of the founder, by REST. */
async function promise(app: AppProcess) {
  const { rest, userId, teamId } = await setUpServer(app.url);
  await rest.call('PATCH', '/me', { locale: 'en' });
  const board = await rest.post(
    `/teams/${teamId}/boards`,
    { title: 'Shorter waiting time', template: 'action' },
    boardView,
  );
  const { actionId } = await rest.post(
    `/boards/${board.id}/actions`,
    {
      title: 'Rewrite the letter',
      owner: userId,
      due: '2027-03-29',
      effect: { observation: 'Nobody calls', checkOn: '2027-04-30' },
    },
    actionView,
  );
  const confirm = `/boards/${board.id}/actions/${actionId}/confirm`;
  const { id } = await rest.post(confirm, undefined, taskView);
  const task = () => rest.get(`/tasks/${id}`, taskView);
  const preferences = () => rest.get('/me/preferences', preferencesView);
  return { rest, id, task, preferences };
}

test('[MAIL-7] the links in a mail ask to sign in, show the task, and do one step by one press', async ({
  app,
  browser,
}) => {
  const { id, task, preferences } = await promise(app);
  const page = await openBrowser(browser, app.url, { timezoneId: 'America/New_York' });

  await test.step('a new day', async () => {
    await page.goto(`/tasks/${id}?do=day`);
    await page.getByLabel('E-mail').fill(founder.email);
    await page.getByLabel('Password').fill(founder.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/tasks/${id}?do=day`);
    await expect(page.getByLabel('New due day')).toBeFocused();
    expect((await task()).due).toBe('2027-03-29');
    await page.getByLabel('New due day').fill('2027-04-05');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await task()).due).toBe('2027-04-05');
    await page.waitForURL(`**/tasks/${id}`);
  });

  await test.step('[MAIL-4] the account learned where its browser is', async () => {
    await expect.poll(async () => (await preferences()).browserZone).toBe('America/New_York');
  });

  await test.step('done', async () => {
    await page.goto(`/tasks/${id}?do=done`);
    await expect(page.getByRole('heading', { name: 'Is this done?' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Yes, it is done' })).toBeFocused();
    expect((await task()).state).toBe('agreed');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await task()).state).toBe('done');
    await page.waitForURL(`**/tasks/${id}`);
    await page.goto(`/tasks/${id}?do=done`);
    await expect(page.getByText('This is no longer open')).toBeVisible();
  });

  await test.step('the effect', async () => {
    await page.goto(`/tasks/${id}?do=effect`);
    await expect(page.getByLabel('What did you see?')).toBeFocused();
    expect((await task()).state).toBe('done');
  });
  await page.context().close();
});

test('[MAIL-6] a link ends mails by one press, and settings turn them on again', async ({
  app,
  browser,
}) => {
  const { rest, preferences } = await promise(app);
  const { items } = await rest.get('/outbox', listOf(mailView));
  const link = (items[0]?.headers['List-Unsubscribe'] ?? '').slice(1, -1);
  const page = await openBrowser(browser, app.url);
  await page.goto(link);
  await expect(page.getByText('Stop the mails about new actions for you?')).toBeVisible();
  expect(await preferences()).toMatchObject({ agreed: true, reminders: true });
  await page.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(page.getByText('The mails about new actions have stopped')).toBeVisible();
  expect(await preferences()).toMatchObject({ agreed: false, reminders: true });

  await page.getByRole('link', { name: 'To my settings' }).click();
  await page.getByLabel('E-mail').fill(founder.email);
  await page.getByLabel('Password').fill(founder.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings');
  const box = page.getByLabel('A new action for me');
  await expect(box).not.toBeChecked();
  await box.check();
  await expect.poll(async () => (await preferences()).agreed).toBe(true);

  // What a mail program sends (RFC 8058).
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
  expect((await preferences()).agreed).toBe(false);
  expect((await fetch(`${link}x`, { method: 'POST', body })).status).toBe(404);
  await page.goto('/unsubscribe/nothing');
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await page.context().close();
});

test('[MAIL-9] a calendar address is shown once, read by anybody who has it, and ended', async ({
  app,
  browser,
}) => {
  await promise(app);
  const page = await openBrowser(browser, app.url);
  await page.goto('/settings');
  await page.getByLabel('E-mail').fill(founder.email);
  await page.getByLabel('Password').fill(founder.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings');
  const dialog = await openDialog(page, 'Make a calendar address');
  await dialog.getByRole('button', { name: 'Make the address' }).click();
  const url = await dialog.getByLabel('Your calendar address').inputValue();
  const answer = await fetch(url);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await answer.text()).toContain('SUMMARY:Rewrite the letter');
  const known = { 'if-none-match': answer.headers.get('etag') ?? '' };
  expect((await fetch(url, { headers: known })).status).toBe(304);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByText('last read')).toBeVisible();
  await page.getByRole('button', { name: 'End', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Make a calendar address' })).toBeVisible();
  expect((await fetch(url)).status).toBe(404);
  await page.context().close();
});
