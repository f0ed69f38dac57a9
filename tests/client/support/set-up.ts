/** Runs before each file of the client's tests. */
import { configure } from '@testing-library/svelte';
import { afterAll, vi } from 'vitest';

/** How long queries wait for an element: a guard, many times what a quiet machine needs. */
configure({ asyncUtilTimeout: 60_000 });

/** Files share their modules: one that is still being loaded when its file's page goes fails in every later file. */
afterAll(() => vi.dynamicImportSettled());
