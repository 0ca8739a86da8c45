import { projection } from '#board/projection.ts';
import { expect, test } from './app-test.ts';
import { openOne, words } from './one-board.ts';
import { onBoard } from './people.ts';

test('a file is looked at, taken in, and seen by everybody', async ({ app, browser }) => {
  const { page, rest, boardId } = await openOne(app, browser);
  const other = await page.context().newPage();
  await other.goto(`/boards/${boardId}`);
  await onBoard(other);
  const dialog = page.getByRole('dialog');
  const choose = async (name: string, content: string): Promise<void> => {
    await page.getByRole('button', { name: 'More about this board' }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    await dialog
      .getByLabel('Which file?')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  };
  const notes = async (): Promise<string[]> => {
    const { body } = await rest.call('GET', `/boards/${boardId}/document`);
    return projection.parse(body).notes.map(({ text }) => text);
  };

  await test.step('a damaged file is refused in words', async () => {
    await choose('board.json', '{"format":1,');
    await expect(dialog.getByText('The file is damaged or cut off')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a table is shown first, then it is on the board for both', async () => {
    await choose('ideas.csv', 'kind,text,group\nnote,Uit de tabel,Balie\naction,Bellen,\n,,x\n');
    await expect(dialog.getByText('2 notes')).toBeVisible();
    await expect(dialog.getByText('One thing stays behind')).toBeVisible();
    expect(await notes()).toEqual([]);
    await page.screenshot({ path: 'test-results/import/preview.png' });
    // Without movement, so that nothing is taken half-way.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: 'test-results/import/preview-phone.png' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByRole('button', { name: 'Add to the board' }).click();
    await expect(dialog).toHaveCount(0);
    expect((await notes()).sort()).toEqual(['Balie', 'Uit de tabel']);
    await other.keyboard.press('Shift+1');
    await expect(words(other, 'Uit de tabel')).toBeVisible();
  });

  await test.step('what was saved as JSON and as a tldraw file comes back', async () => {
    for (const form of ['json', 'tldr']) {
      const before = (await notes()).length;
      const saved = await page.request.get(`/api/v1/boards/${boardId}/export.${form}`);
      await choose(`board.${form}`, await saved.text());
      await dialog.getByRole('button', { name: 'Add to the board' }).click();
      await expect(dialog).toHaveCount(0);
      expect(await notes()).toHaveLength(2 * before);
    }
  });
  await page.context().close();
});
