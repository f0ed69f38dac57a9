/** All of NUM+ and a browser, for the tests of a file. */
import type { Browser } from 'playwright-core';
import { beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenStack, startStack, type Stack } from './stack.ts';

/** Its members are there once the tests run. */
export function setUpBrowserStack(): OpenStack & { readonly browser: Browser } {
  let stack: Stack;
  let browser: Browser;
  // Each closes what it opened, also if the other did not come up.
  beforeAll(async () => {
    stack = await startStack({ forBrowser: true });
    return () => stack.close();
  });
  beforeAll(async () => {
    browser = await launchBrowser('partitioned');
    return () => browser.close();
  });
  return {
    get lms() {
      return stack.lms;
    },
    get store() {
      return stack.store;
    },
    get tool() {
      return stack.tool;
    },
    get browser() {
      return browser;
    },
  };
}
