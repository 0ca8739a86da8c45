import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app-test.ts';
import { fill } from './pages.ts';
import { openBrowser, openDialog, signIn } from './people.ts';

const TITLE = 'De brievencontrole van 15.00 uur op de sluitlijst zetten';

test('a card goes along the ladder by mouse and by keyboard, and a comment tells why', async ({
  app,
  browser,
}) => {
  const page = await openBrowser(browser, app.url);
  const pages = await fill(app, 'en-GB');
  await signIn(page);
  await page.goto('/tasks');
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(page).toHaveURL(/view=board/);
  await expect(async () => {
    await cardIn(page, 'Agreed').dragTo(column(page, 'Doing'));
    await expect(cardIn(page, 'Doing')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(`“${TITLE}” is now: Doing`)).toBeVisible();

  await cardIn(page, 'Doing').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(cardIn(page, 'Done')).toBeFocused();
  await page.reload();
  await expect(cardIn(page, 'Done')).toBeVisible();
  await expect(async () => {
    await cardIn(page, 'Done').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page).toHaveURL(/#effect$/, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('heading', { name: 'Did it work?' })).toBeVisible();

  await page.goto(pages.signedIn.task);
  const words = page.getByRole('textbox', { name: 'Your comment' }).last();
  await words.pressSequentially('Lukt dit voor vrijdag, @san');
  await expect(page.getByRole('option', { name: 'Sanne Visser' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('? Zie https://example.org/plan.');
  await page.keyboard.press('Control+Enter');
  const said = page.getByRole('listitem').filter({ hasText: 'voor vrijdag, @Sanne Visser' });
  await expect(said.getByRole('link')).toHaveAttribute('href', 'https://example.org/plan');
  await expect(words).toHaveValue('');
  await said.getByRole('button', { name: 'Your comment: change or remove' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await page.getByRole('textbox', { name: 'Your comment' }).first().fill('Lukt dit voor maandag?');
  await page.getByRole('button', { name: 'Save' }).click();
  const changed = page.getByRole('listitem').filter({ hasText: 'voor maandag' });
  await expect(changed.getByText('edited')).toBeVisible();
  await changed.getByRole('button', { name: 'Your comment: change or remove' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByText('Took a comment back')).toBeVisible();
  await expect(page.getByText('voor maandag')).toHaveCount(0);
  await page.context().close();
});

test('a manager adds a webhook, sees its secret once, and what became of a test', async ({
  app,
  browser,
}) => {
  const page = await openBrowser(browser, app.url);
  const pages = await fill(app, 'en-GB');
  await signIn(page);
  await page.goto(pages.signedIn.webhooks);
  const dialog = await openDialog(page, 'Add a webhook');
  await dialog.getByLabel('Address').fill('http://localhost:9/in');
  await dialog.getByRole('button', { name: 'Add the webhook' }).click();
  await expect(dialog.getByText(/leads into a closed network/)).toBeVisible();
  await dialog.getByLabel('Address').fill('https://receiver.invalid/in');
  await dialog.getByRole('button', { name: 'Add the webhook' }).click();
  await expect(dialog.getByLabel('Secret')).toHaveValue(/^whsec_/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /More about https:\/\/receiver/ }).click();
  await page.getByRole('menuitem', { name: 'Send a test' }).click();
  await page.getByRole('link', { name: 'https://receiver.invalid/in' }).click();
  await page.locator('summary').filter({ hasText: 'Test message' }).click();
  await expect(page.getByText(/^No answer/).first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /More about/ }).click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await expect(page.getByText(/Switched off by hand/)).toBeVisible();
  await page.context().close();
});

function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name });
}

function cardIn(page: Page, name: string): Locator {
  return column(page, name).getByRole('link', { name: TITLE });
}
