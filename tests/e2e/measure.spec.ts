import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { boardView } from '#board/api/boards.ts';
import { measureView } from '#board/api/measures.ts';
import { listOf } from '#board/api/problem.ts';
import { newMemberView } from '#board/api/teams.ts';
import { setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { openBrowser, openDialog, signIn } from './people.ts';

const sanne = { email: 'sanne@example.org', name: 'Sanne Visser', password: 'een-lang-wachtwoord' };

test('a target goes between two people, and readings come in, are put right and go out', async ({
  app,
  browser,
}) => {
  const { rest, teamId } = await setUpServer(app.url);
  await rest.post(`/teams/${teamId}/members`, sanne, newMemberView);
  const example = { title: 'Wachttijd', template: 'example' };
  const board = await rest.post(`/teams/${teamId}/boards`, example, boardView);
  const { items } = await rest.get(`/teams/${teamId}/measures`, listOf(measureView));
  const [measure] = items;
  if (!measure) throw new Error('the example has no measure');
  const manager = await openBrowser(browser, app.url);
  await signIn(manager);
  await manager.goto(`/teams/${teamId}/measures`);
  await manager.getByRole('link', { name: measure.name }).click();
  await manager.waitForURL(/\/measures\//);

  await propose(manager, 'Propose a target', '8', 'Then everybody makes the train');
  await expect(manager.getByText('A member of the team answers this.')).toBeVisible();
  await expect(manager.getByRole('button', { name: 'Agree' })).toHaveCount(0);

  const member = await openBrowser(browser, app.url);
  await member.goto(`/sign-in?next=/measures/${measure.id}`);
  await member.locator('input[type=email]').fill(sanne.email);
  await member.locator('input[type=password]').fill(sanne.password);
  await expect(async () => {
    await member.locator('button[type=submit]').click();
    await expect(member.getByText('Proposed, not agreed yet')).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await propose(member, 'Propose something else', '9,5', 'Eight needs a second desk');
  await expect(member.getByText('A manager of the team answers this.')).toBeVisible();

  await manager.reload();
  const agree = await openDialog(manager, 'Agree');
  await agree.getByRole('button', { name: 'Agree' }).click();
  await expect(manager.getByText('Marieke de Boer agreed')).toBeVisible();
  await expect
    .poll(async () => JSON.stringify((await rest.call('GET', `/boards/${board.id}/document`)).body))
    .toContain('"target":9.5');

  const file = 'datum;waarde\n05-01-2026;31,25\n31-02-2026;1\n';
  const taking = await openDialog(manager, 'Import');
  await taking.getByLabel('Which file?').setInputFiles({
    name: 'readings.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file),
  });
  await expect(taking.getByText('Line 3')).toBeVisible();
  await expect(taking.getByText('There is no such day in the calendar.')).toBeVisible();
  await taking.getByRole('button', { name: 'Add only the good one' }).click();
  const row = manager.getByRole('row', { name: /Mon, Jan 5/ });
  await expect(row.getByText('31.25 min')).toBeVisible();

  await row.getByRole('button', { name: /Correct the reading/ }).click();
  const correcting = manager.getByRole('dialog');
  await correcting.getByLabel('Value').fill('21,25');
  await correcting.getByLabel('Why?').fill('Misread');
  await correcting.getByLabel('Why?').press('Enter');
  await expect(row.getByText('21.25 min')).toBeVisible();
  await row.getByText('1 correction').click();
  await expect(row.getByText('Was 31.25 min')).toBeVisible();

  const coming = manager.waitForEvent('download');
  await manager.getByRole('link', { name: 'Export' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${measure.name}.csv`);
  const saved = await readFile(await download.path(), 'utf8');
  expect(saved.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffday,value,unit,entered by,entered at',
    expect.stringMatching(/^2026-01-05,21\.25,min,Marieke de Boer,/),
  ]);
});

async function propose(page: Page, button: string, value: string, why: string): Promise<void> {
  const dialog = await openDialog(page, button);
  await dialog.getByLabel('Value').fill(value);
  await dialog.getByLabel('By when?').fill('2099-03-31');
  await dialog.getByLabel('Why this?').fill(why);
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(why, { exact: true })).toBeVisible();
}
