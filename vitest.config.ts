import { defineConfig } from 'vitest/config';

const everywhere = { exclude: ['tests/e2e/**', 'node_modules/**'] };

export default defineConfig({
  test: {
    // Servers and databases start in these tests; two at a time fit the smallest machine we build on.
    maxWorkers: 2,
    allowOnly: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { ...everywhere, name: 'node', include: ['tests/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'browser',
          include: ['tests/**/*.test.tsx'],
          environment: 'jsdom',
        },
      },
    ],
  },
});
