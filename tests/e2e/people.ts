import { expect } from '@playwright/test';
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { founder } from '../support/rest-client.ts';

/** Opens a browser of their own for somebody; every request that leaves the host is a failure. */
export async function openBrowser(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const foreign: string[] = [];
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) foreign.push(request.url());
  });
  context.on('close', () => expect(foreign).toEqual([]));
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** First run: from an empty server to the founder's team page. */
export async function setUp(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page).toHaveURL(/\/setup/);
  await page.getByLabel('What is your organisation called?').fill(founder.organisation);
  await page.getByLabel('What is your team called?').fill(founder.team);
  await page.getByLabel('What is your name?').fill(founder.name);
  await page.getByLabel('Your e-mail address').fill(founder.email);
  await page.getByLabel('Choose a password').fill(founder.password);
  await page.getByRole('button', { name: 'Make the team' }).click();
  await expect(page.getByRole('heading', { name: founder.team })).toBeVisible();
}

/** Signs the founder in, on a server that was set up by REST. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(founder.email);
  await page.locator('input[type=password]').fill(founder.password);
  await expect(async () => {
    await page.locator('button[type=submit]').click();
    await expect(page).toHaveURL(/\/$/, { timeout: 5_000 });
  }).toPass();
}

/** Makes a board on the team page and waits until it is open and saved. */
export async function makeBoard(page: Page, title: string, template: string): Promise<string> {
  const dialog = await openDialog(page, 'New board');
  await dialog.getByLabel('What do you want to improve?').fill(title);
  await dialog.getByText(template, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Make the board' }).click();
  await page.waitForURL(/\/boards\//);
  await onBoard(page);
  return page.url();
}

/** Presses a button until its dialog is there: a page shows before it listens. */
export async function openDialog(page: Page, button: string): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await expect(async () => {
    await page.getByRole('button', { name: button }).first().click();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return dialog;
}

/** The board is open: its canvas is there and everything is saved. */
export async function onBoard(page: Page, saved = 'Saved'): Promise<void> {
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(saved, { exact: true })).toBeVisible({ timeout: 30_000 });
}

/** Presses on a card where its text is: the canvas itself takes the pointer, not the text. */
export async function pressCard(page: Page, text: string): Promise<void> {
  const box = await page.locator('.tl-canvas').getByText(text, { exact: true }).boundingBox();
  if (!box) throw new Error(`no card says ${text}`);
  await page.mouse.click(box.x + 8, box.y + 8);
}

/** Double-clicks on the canvas, types, and leaves the note selected. */
export async function writeNote(
  page: Page,
  at: { x: number; y: number },
  text: string,
): Promise<void> {
  await page.mouse.dblclick(at.x, at.y);
  await expect(page.locator('.tl-canvas textarea')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(page.locator('.tl-canvas').getByText(text, { exact: true })).toBeVisible();
}
