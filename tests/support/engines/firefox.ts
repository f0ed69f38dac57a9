/** Firefox by WebDriver BiDi, which it speaks without a driver of its own. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import type { Engine, EngineTab, Place } from './engine.ts';

const executablePath = '/usr/bin/firefox-esr';

export function hasFirefox(): boolean {
  return existsSync(executablePath);
}

/** @param preferences as in about:config */
export async function startFirefox(preferences: Readonly<Record<string, unknown>> = {}): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferences,
    defaultViewport: { width: 1280, height: 900 },
    protocolTimeout: 120_000,
  });
  return {
    openTab: async () => createTab(await browser.newPage()),
    awaitTab: (act) => awaitTab(browser, act),
    close: () => browser.close(),
  };
}

async function awaitTab(browser: Browser, act: () => Promise<void>): Promise<EngineTab> {
  const opened = new Promise<Page>((done) => {
    browser.once('targetcreated', (target) => {
      void target.page().then((page) => {
        if (page !== null) done(page);
      });
    });
  });
  await act();
  return createTab(await opened);
}

function createTab(page: Page): EngineTab {
  const find = async (place: Place): Promise<Frame> => {
    if (place === 'window') return page.mainFrame();
    const frame = await (await page.$('#contentframe'))?.contentFrame();
    if (!frame) throw new Error('the course page has no frame');
    return frame;
  };
  const findElement = async (place: Place, expression: string) => {
    const element = (await (await find(place)).evaluateHandle(expression)).asElement();
    if (element === null) throw new Error(`not on the page: ${expression}`);
    return element;
  };
  return {
    goTo: async (url) => {
      await page.goto(url);
    },
    read: async (place, expression) => (await find(place)).evaluate(expression),
    press: async (place, element) => {
      await (await findElement(place, element)).click();
    },
    type: async (place, element, text) => {
      await (await findElement(place, element)).type(text);
    },
    reload: async () => {
      await page.reload();
    },
    // A script goes back too, and does not wait for a page that is not loaded.
    back: async () => {
      await page.evaluate('history.back()');
    },
    print: () => page.pdf(),
    close: () => page.close(),
  };
}
