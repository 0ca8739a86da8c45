import { test as base } from '@playwright/test';
import { removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';

/** A test with a fresh server of its own: `app` has no account yet. */
export const test = base.extend<{ app: AppProcess }>({
  app: async ({ browserName }, use) => {
    const app = await startApp({ env: { LOG_LEVEL: browserName ? 'warn' : 'info' } });
    await use(app);
    await app.stop();
    await removeDataDir(app.dataDir);
  },
});

export { expect } from '@playwright/test';
