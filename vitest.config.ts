import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Guards against tests that hang, not limits of speed: many times what a quiet machine needs. */
const guards = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
} as const;

/**
 * Two files at a time even on two cores: tests mostly wait for a process, a browser or a disk. Files share their imported
 * modules: loading them for each file took two thirds of the time. So no test may mock a module or leave a global changed.
 */
const shared = { ...guards, maxWorkers: 2, isolate: false } as const;

const browser = { ...shared, testTimeout: 180_000 } as const;

/** Tests that start many commands and servers as processes: too slow for `npm test`; .ci/run runs them. */
const processes = 'tests/integration/processes/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
          ...shared,
        },
      },
      {
        // One test reads whole pages: it renders components on the server.
        plugins: [svelte()],
        test: {
          name: 'integration',
          include: ['tests/{integration,contract}/**/*.test.ts'],
          exclude: [processes],
          ...shared,
        },
      },
      {
        test: {
          name: 'processes',
          include: [processes],
          ...shared,
        },
      },
      {
        plugins: [svelte()],
        // Otherwise Svelte's server build is resolved and components can't mount.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'client',
          include: ['tests/client/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: ['tests/client/support/set-up.ts'],
          ...shared,
        },
      },
      { test: { name: 'e2e', include: ['tests/e2e/*.e2e.ts'], ...browser } },
      {
        test: {
          name: 'peers',
          include: ['tests/peers/*.test.ts'],
          ...guards,
          fileParallelism: false,
        },
      },
      { test: { name: 'matrix', include: ['tests/e2e/matrix/*.e2e.ts'], ...browser } },
      { test: { name: 'engines', include: ['tests/e2e/engines/*.e2e.ts'], ...browser } },
    ],
  },
});
