/** All of NUM+ and a browser, for the tests of a file. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenStack, startStack, type Stack } from './stack.ts';

/** Its members are there once the tests run. */
export function setUpBrowserStack(): OpenStack & { readonly browser: Browser } {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack({ forBrowser: true });
    browser = await launchBrowser('partitioned');
  });
  afterAll(async () => {
    await browser.close();
    await stack.close();
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
