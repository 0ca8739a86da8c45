import type { Page } from '@playwright/test';
import { boardView } from '#board/api/boards.ts';
import { setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { openBrowser, signIn } from './people.ts';

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

test('the list: the whole board by keyboard, live, on a phone too', async ({ app, browser }) => {
  const { rest, userId, teamId } = await setUpServer(app.url);
  const asked = { title: 'Kortere wachttijd', template: 'improvement-cycle' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  await rest.call('POST', `/boards/${id}/actions`, {
    title: 'Tweede balie open',
    owner: userId,
    due: '2027-01-08',
    effect: { observation: 'Niemand wacht langer dan tien minuten', checkOn: '2027-02-01' },
  });
  const phone = await openBrowser(browser, app.url, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await signIn(phone);
  await phone.goto(`/boards/${id}`);
  const list = phone.getByRole('region', { name: 'The board as a list' });

  await test.step('a phone opens with the list', async () => {
    await expect(list.getByRole('heading', { name: 'PDCA canvas' })).toBeVisible();
    await expect(list.getByRole('heading', { name: 'Plan' })).toBeVisible();
  });

  const desk = await openBrowser(browser, app.url);
  await signIn(desk);
  await desk.goto(`/boards/${id}`);
  await expect(desk.locator('.tl-canvas')).toBeVisible();

  await test.step('what is written there is on the canvas of others', async () => {
    const line = phone.getByLabel('New note in Plan');
    await line.fill('Brieven ontbreken');
    await line.press('Enter');
    await expect(line).toHaveValue('');
    await expect(desk.locator('.tl-canvas').getByText('Brieven ontbreken')).toBeVisible();
    await saved(phone);
  });

  await test.step('a note is changed, voted for, and undone by keyboard', async () => {
    const field = list.getByLabel('Text of the note');
    await field.focus();
    await field.press('End');
    await field.pressSequentially(' vaak');
    await expect(desk.locator('.tl-canvas').getByText('Brieven ontbreken vaak')).toBeVisible();
    await list.getByRole('button', { name: 'Vote for this note' }).press('Enter');
    await expect(list.getByRole('button', { pressed: true, name: 'Vote for' })).toBeVisible();
    await field.focus();
    await field.press('Control+z');
    await expect(list.getByRole('button', { pressed: false, name: 'Vote for' })).toBeVisible();
    await field.press('Control+z');
    await expect(field).toHaveValue('Brieven ontbreken');
  });

  await test.step('an action is confirmed by keyboard', async () => {
    await list.getByRole('button', { name: 'Confirm' }).press('Enter');
    const dialog = phone.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Confirm' }).press('Enter');
    await expect(list.getByRole('button', { name: 'Start' })).toBeVisible();
  });

  await test.step('its card on the canvas went to the lane of what was agreed', async () => {
    await desk.getByRole('tab', { name: 'Action board' }).click();
    const lane = desk.locator('.tl-shape[data-shape-type="zone"]').filter({ hasText: 'Agreed' });
    const card = desk.locator('.tl-shape[data-shape-type="action-card"]');
    await expect
      .poll(async () => {
        const [at, field] = [await card.boundingBox(), await lane.boundingBox()];
        return at !== null && field !== null && at.x >= field.x && at.x < field.x + field.width;
      })
      .toBe(true);
  });

  await test.step('one tap to the canvas, and back', async () => {
    await phone.getByRole('button', { name: 'Show the canvas' }).tap();
    await expect(phone.locator('.tl-canvas')).toBeVisible();
    await phone.getByRole('button', { name: 'Show as a list' }).tap();
    await expect(list).toBeVisible();
  });

  await test.step('the next cycle begins by keyboard', async () => {
    await list.getByRole('button', { name: 'More about “Cycle 1”' }).press('Enter');
    await phone.getByRole('menuitem', { name: 'Next cycle' }).press('Enter');
    await expect(phone.locator('.tl-canvas').getByText('Cycle 2')).toBeVisible();
    await phone.getByRole('button', { name: 'Show as a list' }).tap();
    await expect(list.getByText('Cycle 2')).toBeVisible();
  });
});

test('together: hands, reactions, following, and bringing everyone', async ({ app, browser }) => {
  const { rest, teamId } = await setUpServer(app.url);
  const asked = { title: 'Samen', template: 'improvement-cycle' };
  const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  const { body } = await rest.call('POST', `/boards/${id}/invites`, { access: 'write' });
  const marieke = await openBrowser(browser, app.url);
  await signIn(marieke);
  await marieke.goto(`/boards/${id}`);
  await expect(marieke.locator('.tl-canvas')).toBeVisible();
  const ahmed = await openBrowser(browser, app.url);
  await ahmed.goto((body as { url: string }).url);
  await ahmed.getByLabel('What is your name?').fill('Ahmed');
  await ahmed.getByRole('button', { name: 'To the board' }).click();
  await expect(ahmed.locator('.tl-canvas')).toBeVisible();

  await test.step('a raised hand is seen by the others', async () => {
    await ahmed.getByRole('button', { name: /2 people are here/ }).click();
    await ahmed.getByRole('button', { name: 'Raise my hand' }).click();
    await ahmed.keyboard.press('Escape');
    await expect(marieke.getByRole('button', { name: /1 hand up/ })).toBeVisible();
  });

  await test.step('a reaction rises and fades', async () => {
    await ahmed.getByRole('button', { name: 'React' }).click();
    await ahmed.getByRole('button', { name: 'Applause' }).click();
    await expect(marieke.getByText('👏')).toBeVisible();
    await expect(marieke.getByText('👏')).toBeHidden();
    await ahmed.keyboard.press('Escape');
  });

  await test.step('following goes along to another canvas', async () => {
    await marieke.getByRole('button', { name: /people are here/ }).click();
    await marieke.getByRole('button', { name: 'Follow Ahmed' }).click();
    await marieke.keyboard.press('Escape');
    await ahmed.getByRole('tab', { name: 'Knowledge map' }).click();
    await expect(marieke.getByRole('tab', { name: 'Knowledge map' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  await test.step('everyone is brought here, and finds the way back', async () => {
    await marieke.getByRole('tab', { name: 'Action board' }).click();
    await marieke.getByRole('button', { name: /people are here/ }).click();
    await marieke.getByRole('button', { name: 'Bring everyone here' }).click();
    const tab = (name: string) => ahmed.getByRole('tab', { name });
    await expect(tab('Action board')).toHaveAttribute('aria-selected', 'true');
    await ahmed.getByRole('button', { name: 'Back to where I was' }).click();
    await expect(tab('Knowledge map')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('calm mode hides the others', async () => {
    await ahmed.mouse.move(600, 500);
    await ahmed.mouse.move(640, 520);
    await marieke.getByRole('tab', { name: 'Knowledge map' }).click();
    const cursor = marieke.locator('.tl-collaborator__cursor').first();
    await expect(cursor).toBeVisible();
    await marieke.getByRole('button', { name: /people are here/ }).click();
    await marieke.getByRole('button', { name: 'Calm' }).click();
    await expect(cursor).toBeHidden();
  });
});
