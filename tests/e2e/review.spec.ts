import type { Page } from '@playwright/test';
import { boardView, noteView } from '#board/api/boards.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { newMemberView } from '#board/api/teams.ts';
import { setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { words } from './one-board.ts';
import { onBoard, openBrowser, signIn } from './people.ts';

const question = 'Hoe vaak komt dit voor?';

/** A manager asks about one card of a snapshot while the team has the board open, and is asked for help. */
test('[REV-2] [REV-4] [REV-5] [REV-7] a question about a card, an answer, and help that was asked for', async ({
  app,
  browser,
}) => {
  const { rest, teamId } = await setUpServer(app.url);
  const title = 'Kortere wachttijd';
  const { id } = await rest.post(`/teams/${teamId}/boards`, { title, template: 'pdca' }, boardView);
  const text = 'Wachten bij de balie';
  await rest.post(`/boards/${id}/notes`, { canvas: 'pdca', text }, noteView);
  const snapshot = await rest.post(`/boards/${id}/snapshots`, { title: 'Week 1' }, snapshotView);
  const invited = { email: 'sanne@example.org', name: 'Sanne Visser' };
  const member = await rest.post(`/teams/${teamId}/members`, invited, newMemberView);

  const sanne = await openBrowser(browser, app.url, { locale: 'nl-NL', colorScheme: 'dark' });
  await sanne.goto(member.welcomeUrl ?? '');
  await sanne.getByLabel('Kies een wachtwoord').fill('nog-een-lang-wachtwoord');
  await sanne.getByRole('button', { name: 'Naar mijn team' }).click();
  await expect(sanne.getByText(title).first()).toBeVisible();
  await sanne.goto(`/teams/${teamId}`);
  await expect(sanne.getByText('Wacht op antwoord')).toBeVisible();
  await sanne.goto(`/boards/${id}`);
  await onBoard(sanne, 'Bewaard');

  const manager = await openBrowser(browser, app.url);
  await signIn(manager);

  await test.step('the manager asks about one card, and the team sees it at once', async () => {
    await manager.goto('/inbox');
    await manager.getByRole('link', { name: title }).first().click();
    await expect(manager).toHaveURL(new RegExp(`/snapshots/${snapshot.id}`));
    await manager.getByRole('radio', { name: 'Question' }).click();
    await manager.getByLabel('About').selectOption({ label: text });
    await manager.getByLabel('What do you want to know?').fill(question);
    await manager.getByRole('button', { name: 'Ask the team' }).click();
    await expect(manager.getByText(question)).toBeVisible();
    const mark = sanne.locator('.tl-canvas').getByRole('link', { name: 'Vraag van Marieke' });
    await expect(mark).toBeVisible();
    await shoot(sanne, 'mark');
    await mark.click();
    await expect(sanne).toHaveURL(/#review-/);
  });

  await test.step('the team answers, and the question is open no longer', async () => {
    await sanne.getByRole('button', { name: 'Antwoord', exact: true }).click();
    await sanne.getByLabel('Je antwoord aan Marieke').fill('Elke maandag');
    await sanne.getByRole('button', { name: 'Antwoord', exact: true }).click();
    await expect(sanne.getByText('Elke maandag')).toBeVisible();
    await shoot(sanne, 'answered');
    await sanne.goto(`/boards/${id}`);
    await onBoard(sanne, 'Bewaard');
    await expect(sanne.getByRole('link', { name: 'Vraag van Marieke' })).toHaveCount(0);
    await manager.goto('/inbox');
    await expect(manager.getByText('Elke maandag')).toBeVisible();
  });

  await test.step('the team asks for help with the card, and the manager promises it', async () => {
    const note = await words(sanne, text).boundingBox();
    await sanne.mouse.click((note?.x ?? 0) + 6, (note?.y ?? 0) + 6, { button: 'right' });
    await sanne.getByRole('menuitem', { name: 'Vraag hulp' }).click();
    const dialog = sanne.getByRole('dialog');
    await dialog.getByLabel('Wat heb je nodig?').fill('Wil je de centrale bellen?');
    await dialog.getByLabel('Voor wanneer wil je antwoord?').fill('over 2 weken');
    await shoot(sanne, 'ask');
    await dialog.getByRole('button', { name: 'Vraag', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(sanne.getByTitle('Sanne Visser vraagt hulp')).toBeVisible();
    await manager.goto('/inbox');
    await expect(manager.getByText('Wil je de centrale bellen?')).toBeVisible();
    await shoot(manager, 'inbox');
    await manager.getByRole('button', { name: 'I will help' }).click();
    const answer = manager.getByRole('dialog');
    await answer.getByLabel('What will you do?').fill('Ik bel ze maandag.');
    await answer.getByLabel('By when?').fill('in 3 weeks');
    await answer.getByRole('button', { name: 'Promise help' }).click();
    await expect(manager.getByRole('button', { name: 'It is done' })).toBeVisible();
    await expect(sanne.getByTitle(/^Marieke.* helpt$/)).toBeVisible();
    await manager.getByRole('button', { name: 'It is done' }).click();
    await expect(sanne.getByTitle(/helpt$/)).toHaveCount(0);
  });

  for (const page of [sanne, manager]) await page.context().close();
});

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/looks/review-${name}.png` });
}
