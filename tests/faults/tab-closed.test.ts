import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, it, onTestFinished } from 'vitest';
import { boardView } from '#board/api/boards.ts';
import { projection } from '#board/projection.ts';
import { onBoard } from '../e2e/people.ts';
import { removeDataDir, startApp } from '../support/app-process.ts';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { installed } from '../support/find-browser.mjs';
import { freePort } from '../support/free-port.ts';
import { print } from '../support/print.ts';
import { founder, setUpServer } from '../support/rest-client.ts';
import type { RestClient } from '../support/rest-client.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { mustBeUnhurt } from './invariants.ts';
import { seedOf, size } from './size.ts';
import { tell } from './tell.ts';

const TABS = size('TABS', 2);
/** Milliseconds after the edit at most. */
const CLOSED_WITHIN_MS = 1_000;
/** Milliseconds in which an edit that was kept on the device is on the server after the next opening. */
const RESENT_MS = 10_000;

const browser = installed() || undefined;
if (!browser) print('Left out, no Chromium found: a tab closed right after an edit');

it.skipIf(!browser)(
  `[SYNC-26] an edit survives that its tab is closed within ${CLOSED_WITHIN_MS} ms, ${TABS} times`,
  async (context) => {
    const seed = seedOf();
    const random = seededRandom(seed);
    const { app, wire, url } = await startBehindWire();
    const { rest, teamId } = await setUpServer(url);
    const tabs = await openBrowser(url);
    await signIn(await tabs.newPage());
    const fates: Fate[] = [];
    for (let tab = 0; tab < TABS; tab++) {
      const asked = { title: `Tab ${tab}`, template: 'action' };
      const { id } = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
      // Every second time the edit cannot reach the server before the tab is gone.
      const edit = { boardId: id, text: `Edit ${tab}`, cutOff: tab % 2 === 1 };
      fates.push(await editAndClose(tabs, wire, rest, edit, random() * CLOSED_WITHIN_MS));
    }
    const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
    await tabs.close();
    expect(await app.stop()).toBe(0);
    tell(context, `a tab closed 0 to 1,000 ms after an edit × ${TABS} (seed ${seed})`, [
      `${count('sent')} edits on the server`,
      `${count('re-sent')} there after the next opening`,
      `${count('lost')} lost`,
    ]);
    mustBeUnhurt(app.output());
    expect(fates.flatMap((fate, tab) => (fate === 'lost' ? [tab] : []))).toEqual([]);
  },
  120_000 + TABS * 40_000,
);

type Fate = 'sent' | 're-sent' | 'lost';

interface Edit {
  readonly boardId: string;
  readonly text: string;
  /** The wire is cut before the edit, and whole again once the tab is closed. */
  readonly cutOff: boolean;
}

async function editAndClose(
  tabs: BrowserContext,
  wire: TcpProxy,
  rest: RestClient,
  { boardId, text, cutOff }: Edit,
  afterMs: number,
): Promise<Fate> {
  const isThere = async (): Promise<boolean> => {
    const { notes } = await rest.get(`/boards/${boardId}/document`, projection);
    return notes.some((note) => note.text === text);
  };
  const page = await tabs.newPage();
  await page.goto(`/boards/${boardId}`);
  await onBoard(page);
  if (cutOff) wire.cut();
  await writeQuickly(page, text);
  await page.waitForTimeout(afterMs);
  await page.close();
  wire.open();
  if (await isThere()) return 'sent';
  const again = await tabs.newPage();
  await again.goto(`/boards/${boardId}`);
  await onBoard(again);
  const since = performance.now();
  while (!(await isThere())) {
    if (performance.now() - since > RESENT_MS) return 'lost';
  }
  await again.close();
  return 're-sent';
}

/** Makes a note on the empty canvas; returns in the moment of the last key. */
async function writeQuickly(page: Page, text: string): Promise<void> {
  await page.mouse.dblclick(700, 450);
  await page.locator('.tl-canvas textarea').waitFor();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
}

async function startBehindWire() {
  const dataDir = await copyDataDirTemplate();
  onTestFinished(() => removeDataDir(dataDir));
  const port = await freePort();
  const wire = await new TcpProxy([{ host: '127.0.0.1', port }]).start();
  onTestFinished(() => wire.stop());
  const url = `http://127.0.0.1:${wire.port}`;
  const app = await startApp({ dataDir, port, env: { PUBLIC_URL: url } });
  onTestFinished(() => app.kill());
  return { app, wire, url };
}

/** A browser that keeps what it stores, as a person's own does. */
async function openBrowser(url: string): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'verbeterbord-browser-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const tabs = await chromium.launchPersistentContext(folder, {
    ...(browser ? { executablePath: browser.path } : {}),
    args: ['--no-sandbox'],
    baseURL: url,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  onTestFinished(() => tabs.close());
  return tabs;
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(founder.email);
  await page.locator('input[type=password]').fill(founder.password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { name: founder.team }).waitFor();
}
