import { statSync } from 'node:fs';
import { bundleStock } from '../bench/canvas/bundle-stock.mjs';
import { scriptBytes, settle } from '../bench/canvas/measure.ts';
import { expect, test } from './app-test.ts';
import { openOne } from './one-board.ts';

const MOST = 1.15; // times what stock tldraw loads

test('[CANVAS-39] a board loads hardly more script than tldraw alone', async ({
  app,
  browser,
}, info) => {
  await bundleStock(info.outputPath());
  const stock = statSync(info.outputPath('stock.js')).size;
  const { page } = await openOne(app, browser);
  await page.reload();
  await page.locator('.tl-canvas').waitFor();
  await settle(page);
  const ours = await scriptBytes(page);
  expect(ours).toBeGreaterThan(1_000_000);
  expect(ours / stock).toBeLessThan(MOST);
  await page.context().close();
});
