import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import {
  makeBoard,
  onBoard,
  openBrowser,
  openDialog,
  pressCard,
  setUp,
  writeNote,
} from './people.ts';

/** "A week with it", steps 1–4 and 7: a manager, a member who reads Dutch, and a guest on a phone. */
test('two people and a guest do the main job', async ({ app, browser }) => {
  const marieke = await openBrowser(browser, app.url);
  await setUp(marieke);
  const team = marieke.url();
  const board = await makeBoard(marieke, 'Shorter waiting time', 'Improvement cycle');

  const sanne = await openBrowser(browser, app.url, { locale: 'nl-NL' });
  await test.step('a colleague is added and chooses a password', async () => {
    const link = await addMember(await marieke.context().newPage(), team);
    await sanne.goto(link);
    await sanne.getByLabel('Kies een wachtwoord').fill('nog-een-lang-wachtwoord');
    await sanne.getByRole('button', { name: 'Naar mijn team' }).click();
    await sanne.getByText('Shorter waiting time').first().click();
    await onBoard(sanne, 'Bewaard');
  });

  const guest = await openBrowser(browser, app.url, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await test.step('a guest is on the board within ten seconds', async () => {
    const link = await invite(marieke);
    const started = Date.now();
    await guest.goto(link);
    await guest.getByLabel('What is your name?').fill('Ahmed');
    await guest.getByRole('button', { name: 'To the board' }).click();
    // A phone opens with the list; the canvas is one tap away.
    const list = guest.getByRole('region', { name: 'The board as a list' });
    await expect(list.getByRole('heading', { name: 'Plan' })).toBeVisible();
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  await test.step('they write together and see each other', async () => {
    await writeNote(marieke, { x: 420, y: 420 }, 'Letters are missing');
    await expect(sanne.locator('.tl-canvas').getByText('Letters are missing')).toBeVisible();
    await writeNote(sanne, { x: 900, y: 420 }, 'Tweede balie open');
    await expect(marieke.locator('.tl-canvas').getByText('Tweede balie open')).toBeVisible();
    await expect(guest.getByLabel('Text of the note').last()).toHaveValue('Tweede balie open');
    await guest.getByRole('button', { name: 'Show the canvas' }).tap();
    await expect(guest.locator('.tl-canvas').getByText('Tweede balie open')).toBeAttached();
    await sanne.mouse.move(700, 500);
    await sanne.mouse.move(720, 520);
    await expect(marieke.locator('.tl-canvas').getByText('Sanne', { exact: true })).toBeVisible();
    await onBoard(marieke);
  });

  await test.step('the target strip shows a measure with a reading', async () => {
    await makeMeasure(marieke);
    await expect(sanne.locator('.tl-canvas').getByText('Waiting time').first()).toBeVisible();
  });

  await test.step('a note becomes an action with one key, and a promise by a confirmation', async () => {
    await pressCard(marieke, 'Letters are missing');
    await marieke.keyboard.press('m');
    await marieke.keyboard.press('Escape');
    await confirm(marieke);
    await expect(sanne.locator('.tl-canvas').getByText('Afspraak', { exact: true })).toBeVisible();
  });

  await test.step('card and task list always agree', async () => {
    const tasks = await sanne.context().newPage();
    await tasks.goto('/tasks');
    await moveTask(tasks, 'Bezig');
    await expect(marieke.locator('.tl-canvas').getByText('Doing', { exact: true })).toBeVisible({
      timeout: 2_000,
    });
    await marieke.locator('.tl-canvas').getByRole('button', { name: 'Done' }).click();
    await expect(sanne.locator('.tl-canvas').getByText('Gedaan', { exact: true })).toBeVisible({
      timeout: 2_000,
    });
    await tasks.reload();
    await expect(tasks.getByText('Letters are missing').first()).toBeVisible();
  });

  await test.step('the manager opens the snapshot as it was, sees what changed, and promises help', async () => {
    const dialog = await openDialog(marieke, 'Take a snapshot');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(marieke.getByText('Snapshot #1 is kept')).toBeVisible();
    await writeNote(marieke, { x: 420, y: 620 }, 'Written after the snapshot');
    await marieke.goto(`${board}/history`);
    await marieke.locator('a[href^="/snapshots/"]').first().click();
    await expect(marieke.locator('.tl-canvas').getByText('Tweede balie open')).toBeVisible();
    await expect(marieke.locator('.tl-canvas').getByText('Written after the snapshot')).toHaveCount(
      0,
    );
    await expect(marieke.getByText('Intact').first()).toBeVisible();
    await marieke.getByText('Help', { exact: true }).first().click();
    await marieke.getByLabel('What will you do for the team?').fill('I arrange a second desk');
    await marieke.getByLabel('By when?').fill('2027-01-15');
    await marieke.getByRole('button', { name: 'Promise help' }).click();
    await expect(marieke.getByText('I arrange a second desk').first()).toBeVisible();
  });

  for (const page of [marieke, sanne, guest]) await page.context().close();
});

async function addMember(page: Page, team: string): Promise<string> {
  await page.goto(`${team}/members`);
  const dialog = await openDialog(page, 'Add somebody');
  await dialog.getByLabel('E-mail address').fill('sanne@example.org');
  await dialog.getByLabel(/^Name/).fill('Sanne');
  await dialog.getByRole('button', { name: 'Add to the team' }).click();
  const link = await dialog.getByLabel('Welcome link').inputValue();
  await page.close();
  return link;
}

async function invite(page: Page): Promise<string> {
  const dialog = await openDialog(page, 'Invite');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByLabel('Link to write along').inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return link;
}

async function makeMeasure(page: Page): Promise<void> {
  await page.locator('.tl-canvas').getByRole('button', { name: 'Choose a measure' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do you measure?').fill('Waiting time');
  await dialog.getByLabel('Counted in').fill('min');
  await dialog.getByLabel(/^Target/).fill('10');
  await dialog.getByRole('button', { name: 'Make the measure' }).click();
  await expect(dialog).toBeHidden();
  await page.locator('.tl-canvas').getByRole('button', { name: 'Reading' }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/New reading/)
    .fill('22');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(page.locator('.tl-canvas').getByText('22 min')).toBeVisible();
}

/** The gate asks for what is missing and for nothing else. */
async function confirm(page: Page): Promise<void> {
  await page.locator('.tl-canvas').getByRole('button', { name: 'Confirm' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What will be done?')).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Who takes this on?' }).fill('San');
  await page.getByRole('option', { name: /Sanne/ }).click();
  await dialog.getByLabel('By when?').fill('2027-01-08');
  await dialog.getByText('By something we see').click();
  await dialog.getByLabel('What will we see?').fill('Every letter is there the day before');
  await dialog.getByLabel('When do we look?').fill('2027-01-22');
  await dialog.getByRole('button', { name: 'Confirm the agreement' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.tl-canvas').getByText('Agreed', { exact: true })).toBeVisible();
}

async function moveTask(page: Page, state: string): Promise<void> {
  await page.getByRole('button', { name: /Letters are missing/ }).click();
  await page.getByRole('menuitem', { name: state }).click();
}
