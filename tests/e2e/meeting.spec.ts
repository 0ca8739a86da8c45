import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { actionView, boardView } from '#board/api/boards.ts';
import { meetingView } from '#board/api/meetings.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { addDays, dayIn } from '#board/calendar.ts';
import { setUpServer } from '../support/rest-client.ts';
import type { RestClient } from '../support/rest-client.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { onBoard, openBrowser, signIn } from './people.ts';

const today = () => dayIn('Europe/Amsterdam', new Date());

test('[MEET-3] [MEET-4] [MEET-7] [MEET-11] a team opens its meeting, handles all that is undecided, and gets its minutes, in Dutch', async ({
  app,
  browser,
}) => {
  const { rest, boardId } = await furnish(app);
  const page = await openBrowser(browser, app.url, { locale: 'nl-NL' });
  await signIn(page);
  await page.goto(`/boards/${boardId}`);
  await onBoard(page, 'Bewaard');
  const panel = page.getByRole('complementary', { name: 'Overleg' });
  const row = (title: string) => panel.getByRole('listitem').filter({ hasText: title });

  await test.step('promises come first, with the steps that can be taken right there', async () => {
    await page.getByRole('button', { name: 'Overleg', exact: true }).click();
    await expect(panel.getByRole('heading', { name: 'Vandaag klaar' })).toBeVisible();
    await panel.getByRole('button', { name: 'Open het overleg' }).click();
    await expect(panel.getByText(/^Open sinds/)).toBeVisible();
    await pictures(page, 'meeting-start');
    await row('Brieven klaarleggen').getByRole('button', { name: 'Andere dag' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Wanneer is het klaar?').fill('over 2 weken');
    await dialog.getByLabel(/Waarom verschuift het/).fill('De drukker is ziek');
    await dialog.getByRole('button', { name: 'Verplaats' }).click();
    await expect(panel.getByRole('heading', { name: 'Komt nog' })).toBeVisible();
  });

  await test.step('closing waits for what is undecided', async () => {
    await panel.getByRole('button', { name: 'Afsluiten' }).click();
    await pictures(page, 'meeting-close');
    await panel.getByRole('button', { name: 'Sluit af en maak het verslag' }).click();
    await expect(panel.getByRole('alert').first()).toContainText('Bevestig het, parkeer het');

    await row('Tweede balie open').getByRole('button', { name: 'Parkeer' }).click();
    await expect(panel.getByLabel('Tot wanneer?')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('list', { name: 'Geparkeerd' })).toContainText('Tweede balie');
    await row('Wachtkamer verven').getByRole('button', { name: 'Laat vervallen' }).click();
    await row('Oproepbrief herschrijven').getByRole('button', { name: 'Bevestig' }).click();
    const dialog = page.getByRole('dialog');
    // What is promised is looked at when the team meets again.
    await expect(dialog.getByText('De dag van het volgende overleg')).toBeVisible();
    await dialog.getByRole('button', { name: 'Bevestig de afspraak' }).click();
    await expect(panel.getByText('Alles is besloten.')).toBeVisible();
  });

  await test.step('closing gives the minutes', async () => {
    await panel.getByLabel('Iemand zonder scherm?').fill('Ineke van de balie');
    await page.keyboard.press('Enter');
    await expect(panel.getByText('Ineke van de balie')).toBeVisible();
    await panel.getByLabel(/Hoe laat/).fill('09:30');
    await panel.getByRole('button', { name: 'Sluit af en maak het verslag' }).click();
    await expect(panel.getByText('Het overleg is afgesloten')).toBeVisible();
    await pictures(page, 'meeting-closed');
    await panel.getByRole('link', { name: 'Lees het verslag' }).click();
    await expect(page.getByRole('heading', { name: /^Verslag: Kortere/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Afgesproken' })).toBeVisible();
    await expect(page.getByText('Ineke van de balie')).toBeVisible();
    await pictures(page, 'minutes');
  });

  await test.step('as files too', async () => {
    for (const [name, begins] of [
      ['PDF', '%PDF-'],
      ['Markdown', '# Verslag: Kortere wachttijd'],
      ['CSV', '\ufeffOnderdeel;Wat;Wie;Toelichting'],
      ['JSON', '{"format":1'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(text.slice(0, begins.length), name).toBe(begins);
      await download.saveAs(`test-results/looks/${download.suggestedFilename()}`);
    }
    await page.getByRole('link', { name: 'Overleggen' }).click();
    await expect(page.getByText(/1 afspraak/)).toBeVisible();
    await pictures(page, 'meetings');
  });

  const { items } = await rest.get(`/boards/${boardId}/meetings`, listOf(meetingView));
  expect(items).toMatchObject([
    { counts: { agreed: 1, parked: 1, dropped: 1 }, override: null, next: { at: '09:30' } },
  ]);
  await page.context().close();
});

/** A board with a promise that is due, and three proposals. */
async function furnish(app: AppProcess): Promise<{ rest: RestClient; boardId: string }> {
  const { rest, teamId } = await setUpServer(app.url);
  await rest.call('PATCH', '/me', { locale: 'nl' });
  const asked = { title: 'Kortere wachttijd aan de balie', template: 'action' };
  const { id: boardId } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
  const effect = { observation: 'Niemand belt meer na', checkOn: addDays(today(), 30) };
  const propose = (title: string, more: object = {}) =>
    rest.post(`/boards/${boardId}/actions`, { title, ...more }, actionView);
  const { actionId } = await propose('Brieven klaarleggen', {
    ...{ owner: 'me', due: today(), effect },
  });
  await rest.post(`/boards/${boardId}/actions/${actionId}/confirm`, undefined, taskView);
  await propose('Tweede balie open tussen 9 en 11');
  await propose('Wachtkamer verven');
  await propose('Oproepbrief herschrijven', { owner: 'me', effect });
  const plan = { nextOn: addDays(today(), 7) };
  await rest.patch(`/boards/${boardId}/next-meeting`, plan, z.object({ next: z.unknown() }));
  return { rest, boardId };
}

/** As it looks on a screen and on a phone. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `test-results/looks/${name}-${width}.png` });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
}
