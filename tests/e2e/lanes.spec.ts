import { changeAction } from '#board/actions.ts';
import { actionView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { founder } from '../support/rest-client.ts';
import { stockClient } from '../support/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expect, test } from './app-test.ts';
import { atRest, openOne, shapes } from './one-board.ts';

/** Fills in what a promise needs, as another client of the board. */
async function fillIn(board: { app: AppProcess; token: string; id: string; ownerId: string }) {
  const server = { url: board.app.url.replace('http', 'ws') };
  const client = stockClient(server, asBoardId(board.id), board.token);
  const { actions } = boardDocument(client.doc);
  await expect.poll(() => actions.size).toBe(1);
  client.doc.transact(() =>
    changeAction(boardDocument(client.doc), [...actions.keys()][0] ?? '', {
      owner: { id: board.ownerId, name: founder.name },
      due: '2027-01-08',
      effect: { observation: 'Niemand wacht langer dan tien minuten', checkOn: '2027-01-22' },
    }),
  );
  return client;
}

test('an action is dragged along its lanes', async ({ app, browser }) => {
  const { page, rest, boardId, userId } = await openOne(app, browser);
  await rest.post(`/boards/${boardId}/actions`, { title: 'Tweede balie open' }, actionView);
  const card = shapes(page, 'action-card').first();
  await expect(card).toBeVisible();
  const lane = (name: string) => shapes(page, 'zone').filter({ hasText: name }).first();
  const dragTo = async (name: string, steps: number) => {
    const [from, to] = [await card.boundingBox(), await lane(name).boundingBox()];
    if (!from || !to) throw new Error('not on screen');
    await page.mouse.move(from.x + from.width / 2, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps });
    await page.mouse.up();
  };
  const isIn = async (name: string) => {
    const [at, field] = [await card.boundingBox(), await lane(name).boundingBox()];
    const middle = (at?.x ?? 0) + (at?.width ?? 0) / 2;
    return middle > (field?.x ?? 0) && middle < (field?.x ?? 0) + (field?.width ?? 0);
  };
  const states = async () => {
    const { items } = await rest.get('/tasks?owner=me', listOf(taskView));
    return items.map(({ state }) => state);
  };

  await test.step('what is no promise yet goes back and says what is missing', async () => {
    await dragTo('Agreed', 8);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect.poll(() => isIn('Proposal')).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('in one jump too it goes back to where it was', async () => {
    await dragTo('Doing', 1);
    await expect(page.getByText('confirm it first')).toBeVisible();
    await expect.poll(() => isIn('Proposal')).toBe(true);
  });

  await test.step('once all is filled in, dragging confirms it and takes the next steps', async () => {
    const client = await fillIn({ app, token: rest.token ?? '', id: boardId, ownerId: userId });
    await expect(card.getByText('Jan 8')).toBeVisible();
    await dragTo('Agreed', 8);
    await expect.poll(states).toEqual(['agreed']);
    await dragTo('Doing', 8);
    await expect.poll(states).toEqual(['doing']);
    expect(await isIn('Doing')).toBe(true);
    client.destroy();
  });

  await test.step('no lane is skipped', async () => {
    await page.keyboard.press('Shift+Digit1');
    await atRest(async () => (await lane('Standard').boundingBox())?.x);
    await dragTo('Standard', 8);
    await expect(page.getByText('once its effect has held')).toBeVisible();
    await expect.poll(() => isIn('Doing')).toBe(true);
    expect(await states()).toEqual(['doing']);
  });
});
