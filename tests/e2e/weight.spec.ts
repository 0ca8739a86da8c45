import { statSync } from 'node:fs';
import { scriptBytes, settle } from '../bench/canvas/measure.ts';
import { bundleStock } from '../bench/canvas/bundle-stock.mjs';
import { expect, test } from './app-test.ts';
import { openOne } from './one-board.ts';

const MOST = 1.15; // of what stock tldraw loads to show the same

test('[CANVAS-39] a board loads hardly more script than tldraw alone', async ({ app, browser }, {
  outputPath,
}) => {
  await bundleStock(outputPath());
  const stock = statSync(outputPath('stock.js')).size;
  const { page } = await openOne(app, browser);
  await page.reload();
  await page.locator('.tl-canvas').waitFor();
  await settle(page);
  const ours = await scriptBytes(page);
  expect(ours).toBeGreaterThan(1_000_000);
  expect(ours / stock).toBeLessThan(MOST);
  await page.context().close();
});
