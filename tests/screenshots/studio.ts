import type { Browser } from 'playwright-core';
import type { Stack } from '../support/stack.ts';

/** What the pictures are taken of: servers and a browser, shared by all of them. */
export interface Studio {
  readonly stack: Stack;
  readonly browser: Browser;
}
