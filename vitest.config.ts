import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Browser paths share one machine with the servers they start: one file at a time keeps them honest. */
const browser = {
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 120_000,
  // After what runs side by side, never beside it.
  sequence: { groupOrder: 1 },
} as const;

/** Two files at a time also on two cores: much of a test is waiting for a process, a browser or a disk. */
const sideBySide = { maxWorkers: 2 } as const;

/**
 * Files share what they import, whose loading anew took two thirds of the time. So no test of one module replaces
 * another or leaves a global changed behind.
 */
const shared = { ...sideBySide, isolate: false } as const;

/** Commands and servers as processes of their own, started many times: too long for `npm test`, and in .ci/run. */
const processes = 'tests/integration/processes/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...shared,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{integration,contract}/**/*.test.ts'],
          exclude: [processes],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...shared,
        },
      },
      {
        test: {
          name: 'processes',
          include: [processes],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...sideBySide,
        },
      },
      {
        plugins: [svelte()],
        // Without it Svelte's server build is resolved and components cannot mount.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'client',
          include: ['tests/client/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: ['tests/client/support/patience.ts'],
          testTimeout: 30_000,
          ...shared,
        },
      },
      { test: { name: 'e2e', include: ['tests/e2e/*.e2e.ts'], ...browser } },
      {
        test: {
          name: 'peers',
          include: ['tests/peers/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'matrix', include: ['tests/e2e/matrix/*.e2e.ts'], ...browser } },
    ],
  },
});
