import type { Browser, Locator, Page } from '@playwright/test';
import { boardView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { freePort } from '../support/free-port.ts';
import { setUpServer } from '../support/rest-client.ts';
import { expect, test } from './app-test.ts';
import { openBrowser, signIn } from './people.ts';

const TITLE = 'Tweede balie open';

const languages = {
  'en-GB': {
    ...{ list: 'Show as a list', note: 'New note in Proposal', make: 'Make it an action' },
    ...{ confirm: 'Confirm', owner: 'Who takes this on?', due: 'By when?', tomorrow: 'tomorrow' },
    ...{ seen: 'What will we see?', submit: 'Confirm the agreement', toCome: 'To come' },
    ...{ doing: 'Doing', done: 'Done', checked: 'Effect checked', standard: 'Standard' },
    ...{ saw: 'What did you see?', worked: 'It worked', learned: 'What did you learn?' },
    ...{ close: 'Close the action', holds: 'It holds', save: 'Save what you saw', held: 'Held' },
  },
  'nl-NL': {
    ...{ list: 'Toon als lijst', note: 'Nieuw briefje in Voorstel', make: 'Maak er een actie van' },
    ...{ confirm: 'Bevestig', owner: 'Wie pakt dit op?', due: 'Wanneer is het klaar?' },
    ...{ tomorrow: 'morgen', seen: 'Wat zien we dan?', submit: 'Bevestig de afspraak' },
    ...{ doing: 'Bezig', done: 'Gedaan', checked: 'Effect gemeten', standard: 'Standaard' },
    ...{ saw: 'Wat zag je?', worked: 'Het werkte', learned: 'Wat leerden jullie?' },
    ...{ close: 'Rond de actie af', holds: 'Het houdt stand', save: 'Bewaar wat je zag' },
    ...{ held: 'Hield stand', toCome: 'Komt eraan' },
  },
} as const;

/** How somebody works: what a press is, and how one gets to a field. */
interface Hands {
  press(what: Locator): Promise<void>;
  choose(what: Locator): Promise<void>;
  write(where: Locator, text: string): Promise<void>;
}

const mouse = (page: Page): Hands => ({
  press: (what) => what.click(),
  // The circle itself is drawn by its label.
  choose: (what) => what.locator('..').click(),
  write: async (where, text) => {
    await where.click();
    await page.keyboard.type(text);
  },
});

/** Tab goes everywhere; nothing is focused from outside. */
const keyboard = (page: Page): Hands => {
  const reach = async (what: Locator): Promise<void> => {
    await expect(what).toBeVisible();
    for (let presses = 0; presses < 120; presses++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not get there');
  };
  return {
    press: async (what) => {
      if ((await what.getAttribute('role')) === 'menuitem') await arrowTo(page, what);
      else await reach(what);
      await page.keyboard.press('Enter');
    },
    choose: async (what) => {
      // Tab goes to the first of a row of radio buttons, arrows from there.
      await reach(what.locator('xpath=ancestor::fieldset').getByRole('radio').first());
      await page.keyboard.press('Space');
      while (!(await what.isChecked())) await page.keyboard.press('ArrowRight');
    },
    write: async (where, text) => {
      await reach(where);
      await page.keyboard.type(text);
    },
  };
};

async function arrowTo(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible();
  for (let presses = 0; presses < 20; presses++) {
    if (await item.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('the arrows do not get there');
}

for (const [way, locale, hands] of [
  ['mouse', 'en-GB', mouse],
  ['keyboard', 'nl-NL', keyboard],
] as const) {
  test(`the whole ladder by ${way}, ${locale}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const said = languages[locale];
    const house = await openHouse();
    const { rest, teamId } = await setUpServer(house.app.url);
    await rest.call('PATCH', '/me', { locale: locale.slice(0, 2) });
    const asked = { title: 'Kortere wachttijd', template: 'action' };
    const board = await rest.post(`/teams/${teamId}/boards`, asked, boardView);
    let page = await come(browser, house.app, locale);
    let hand = hands(page);
    const picture = (name: string) =>
      page.screenshot({ path: `test-results/looks/ladder-${name}-${locale}.png`, fullPage: true });
    /** Opens a menu, again and again until the page listens, and chooses from it. */
    const pick = async (button: string, item: string) => {
      const choice = page.getByRole('menuitem', { name: item, exact: true });
      await expect(async () => {
        await hand.press(page.getByRole('button', { name: button }).first());
        await expect(choice).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await hand.press(choice);
    };
    const states = async () => {
      const { items } = await rest.get('/tasks', listOf(taskView));
      return items.map(({ state }) => state);
    };

    await test.step('an intention becomes a proposal', async () => {
      await page.goto(`/boards/${board.id}`);
      await hand.press(page.getByRole('button', { name: said.list }));
      await hand.write(page.getByLabel(said.note), TITLE);
      await page.keyboard.press('Enter');
      await pick(`“${TITLE}”`, said.make);
    });

    await test.step('the proposal becomes a promise', async () => {
      await hand.press(page.getByRole('button', { name: said.confirm, exact: true }));
      const dialog = page.getByRole('dialog');
      await hand.write(dialog.getByLabel(said.owner), 'mar');
      await page.keyboard.press('Enter');
      await hand.write(dialog.getByLabel(said.due), said.tomorrow);
      await hand.write(dialog.getByLabel(said.seen), 'Niemand wacht langer dan tien minuten');
      await hand.press(dialog.getByRole('button', { name: said.submit }));
      await expect(dialog).toBeHidden();
      await expect.poll(states).toEqual(['agreed']);
    });

    await test.step('it is begun and done', async () => {
      await page.goto('/tasks');
      await hand.press(page.getByRole('link', { name: TITLE }));
      await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
      for (const state of [said.doing, said.done]) {
        await pick(`${TITLE} `, state);
        await expect(page.getByRole('button', { name: state }).first()).toBeVisible();
      }
      await expect.poll(states).toEqual(['done']);
    });

    await test.step('its effect is checked', async () => {
      await hand.write(page.getByLabel(said.saw), 'Acht minuten, twee weken lang');
      await hand.choose(page.getByRole('radio', { name: said.worked, exact: true }));
      await hand.write(page.getByLabel(said.learned), 'Een tweede balie helpt tot tien uur');
      await picture('effect');
      await hand.press(page.getByRole('button', { name: said.close }));
      await expect(page.getByText(said.toCome)).toHaveCount(2);
      expect(await states()).toEqual(['effect_checked']);
    });

    const path = new URL(page.url()).pathname;
    for (const [days, left] of [
      [30, 1],
      [90, 0],
    ] as const) {
      await test.step(`after ${days} days it still works`, async () => {
        await page.context().close();
        await house.moveTo(days);
        page = await come(browser, house.app, locale);
        hand = hands(page);
        await page.goto(path);
        await hand.write(page.getByLabel(said.saw), 'Nog steeds acht minuten');
        await hand.choose(page.getByRole('radio', { name: said.holds }));
        await picture(`holding-${days}`);
        await hand.press(page.getByRole('button', { name: said.save }));
        await expect(page.getByText(said.held, { exact: true })).toHaveCount(2 - left);
      });
    }

    await test.step('it is the standard', async () => {
      await expect(page.getByRole('button', { name: said.standard }).first()).toBeVisible();
      await picture('standard');
      await page.goto(`/boards/${board.id}`);
      await expect(page.locator('.tl-canvas').getByText(said.standard).first()).toBeVisible();
    });
    await page.context().close();
    await house.close();
  });
}

/** A server at one address whose clock can be set forward. */
async function openHouse() {
  const dataDir = await newDataDir();
  const port = await freePort();
  const house = {
    app: await startApp({ dataDir, port }),
    moveTo: async (days: number): Promise<void> => {
      await house.app.stop();
      const clock = new URL('../support/moved-clock.mjs', import.meta.url).href;
      const env = { NODE_OPTIONS: `--import=${clock}`, CLOCK_AHEAD_DAYS: String(days) };
      house.app = await startApp({ dataDir, port, env });
    },
    close: async (): Promise<void> => {
      await house.app.stop();
      await removeDataDir(dataDir);
    },
  };
  return house;
}

async function come(browser: Browser, app: AppProcess, locale: string): Promise<Page> {
  const page = await openBrowser(browser, app.url, { locale });
  await signIn(page);
  return page;
}
