import { cpSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';

interface OfWorker {
  /** The data directory of a server that was started once and used by nobody. */
  readonly unused: string;
}

/** A test with a fresh server of its own: `app` has no account yet. */
export const test = base.extend<{ app: AppProcess }, OfWorker>({
  unused: [
    async ({ browserName }, use) => {
      const first = await startApp({ env: { LOG_LEVEL: browserName ? 'warn' : 'info' } });
      await first.stop();
      await use(first.dataDir);
      await removeDataDir(first.dataDir);
    },
    { scope: 'worker' },
  ],
  app: async ({ browser, browserName, unused }, use) => {
    const dataDir = await newDataDir();
    // Making a database takes seconds, a copy does not.
    cpSync(unused, dataDir, { recursive: true });
    const app = await startApp({ dataDir, env: { LOG_LEVEL: browserName ? 'warn' : 'info' } });
    await use(app);
    // What a page still asks for must not fail because its server is gone.
    for (const context of browser.contexts()) await context.close();
    await app.stop();
    await removeDataDir(app.dataDir);
  },
});

export { expect } from '@playwright/test';
