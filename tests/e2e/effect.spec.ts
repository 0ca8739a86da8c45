import { actionView, boardView } from '#board/api/boards.ts';
import { taskView } from '#board/api/tasks.ts';
import type { RestClient } from '../support/rest-client.ts';
import { setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { openBrowser, signIn } from './people.ts';

/** A done action is closed by what it brought; what was learned is found again; a promise is let go with a reason. */
test('from done to learned', async ({ app, browser }) => {
  const { rest, userId, teamId } = await setUpServer(app.url);
  const body = { title: 'Kortere wachttijd', template: 'action' };
  const board = await rest.post(`/teams/${teamId}/boards`, body, boardView);
  const bell = await promised(rest, board.id, userId, 'Patiënten bellen');
  const letter = await promised(rest, board.id, userId, 'Brief herschrijven');
  const { revision } = bell;
  await rest.patch(`/tasks/${bell.id}`, { state: 'done', revision }, taskView);
  const page = await openBrowser(browser, app.url);
  await signIn(page);

  await test.step('the effect is checked, and is to be looked at again', async () => {
    await page.goto(`/tasks/${bell.id}`);
    await page.getByLabel('What did you see?').fill('Niemand bij de balie');
    await page.getByText('It worked', { exact: true }).click();
    await page.getByLabel('What did you learn?').fill('Één telefoontje scheelt een brief');
    await page.getByLabel('Who else should know?').fill('De derde verdieping');
    await page.getByRole('button', { name: 'Close the action' }).click();
    await expect(page.getByRole('heading', { name: 'Does it hold?' })).toBeVisible();
    await expect(page.getByText('To come')).toHaveCount(2);
  });

  await test.step('what was learned is found, by words without accents', async () => {
    await page.getByRole('link', { name: 'Learned' }).click();
    await page.getByLabel('Search').fill('een telefoontje');
    await page.getByLabel('Search').press('Enter');
    await expect(page).toHaveURL(/learned\?q=een/);
    await expect(page.getByText('Één telefoontje scheelt een brief')).toBeVisible();
    await page.getByLabel('Search').fill('zebra');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByText('Nothing found.')).toBeVisible();
  });

  await test.step('it slips back, and is an action again', async () => {
    await page.goto(`/tasks/${bell.id}`);
    await page.getByRole('button', { name: 'It slipped back already' }).click();
    await page.getByLabel('What did you see?').fill('Weer een rij');
    await page.getByRole('button', { name: 'Reopen the action' }).click();
    await expect(page.getByText('Slipped back', { exact: true })).toBeVisible();
    await expect(page.getByText('No longer needed')).toBeVisible();
    await expect(page.getByRole('button', { name: /Patiënten bellen is: Doing/ })).toBeVisible();
  });

  await test.step('a promise is let go by keyboard, with the reason', async () => {
    await page.goto(`/tasks/${letter.id}`);
    await page.getByRole('button', { name: /is: Agreed/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Dropped' }).press('Enter');
    await page.getByRole('button', { name: 'Drop the action' }).press('Enter');
    await expect(page.getByText('Say why in a few words')).toBeVisible();
    await page.getByLabel('Why does it no longer stand?').fill('De leverancier doet het zelf');
    await page.getByRole('button', { name: 'Drop the action' }).press('Enter');
    await expect(page.getByText('Dropped because')).toBeVisible();
    await expect(page.getByText('De leverancier doet het zelf')).toHaveCount(2);
  });
  await page.context().close();
});

async function promised(rest: RestClient, boardId: string, owner: string, title: string) {
  const effect = { observation: 'Niemand wacht langer dan tien minuten', checkOn: '2027-01-22' };
  const proposal = { title, owner, due: '2027-01-08', effect };
  const { actionId } = await rest.post(`/boards/${boardId}/actions`, proposal, actionView);
  const path = `/boards/${boardId}/actions/${actionId}/confirm`;
  return rest.post(path, undefined, taskView);
}
