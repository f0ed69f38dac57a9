/** WebKit, the engine of Safari, as Debian's MiniBrowser by W3C WebDriver; it needs a display. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Builder, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { Display } from '../display.ts';
import { findFreePort } from '../ports.ts';
import { until } from '../until.ts';
import type { Engine, EngineTab, Place } from './engine.ts';

/** The middle of “Yes”, in pixels from the right edge. */
const fromRight = 49;

const driverPath = '/usr/bin/WebKitWebDriver';
const browserPath = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

export function hasWebKit(): boolean {
  return existsSync(driverPath) && existsSync(browserPath);
}

/**
 * @param display e.g. `:99`
 * @param options of MiniBrowser
 */
export async function startWebKit(display: string, options: readonly string[] = []): Promise<Engine> {
  const port = await findFreePort();
  const server = spawn(driverPath, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  });
  await until('the driver of WebKit', () =>
    fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  );
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      acceptInsecureCerts: true,
      'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation', ...options] },
    })
    .build();
  return createEngine(driver, server);
}

/** How much of the window is the page, and how much the browser’s own bars above it. */
async function measureWindow(tab: EngineTab): Promise<{ readonly width: number; readonly bars: number }> {
  const [width, bars] = (await tab.read('window', '[outerWidth, outerHeight - innerHeight]')) as [
    number,
    number,
  ];
  return { width, bars };
}

/** Presses “Yes” in the bar with a question, which `ask` makes MiniBrowser show below its other bars. */
export async function answerYes(
  display: Pick<Display, 'click'>,
  tab: EngineTab,
  ask: () => Promise<void>,
): Promise<void> {
  const { width, bars } = await measureWindow(tab);
  await ask();
  const height = await until('the question', async () => (await measureWindow(tab)).bars - bars || undefined);
  await display.click(width - fromRight, Math.round(bars + height / 2));
}

async function createEngine(driver: WebDriver, server: ChildProcess): Promise<Engine> {
  // Tabs that a driver opens can't open windows themselves: the first tab is this one.
  let first: string | undefined = await driver.getWindowHandle();
  return {
    openTab: async () => {
      const handle = first;
      first = undefined;
      if (handle !== undefined) return createTab(driver, handle);
      await driver.switchTo().newWindow('window');
      return createTab(driver, await driver.getWindowHandle());
    },
    awaitTab: async (act) => {
      const before = await driver.getAllWindowHandles();
      await act();
      const handle = await until('the new tab', async () =>
        (await driver.getAllWindowHandles()).find((one) => !before.includes(one)),
      );
      return createTab(driver, handle);
    },
    close: async () => {
      await driver.quit();
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

function createTab(driver: WebDriver, handle: string): EngineTab {
  /** The driver acts in one tab and frame at a time. */
  const enter = async (place: Place): Promise<void> => {
    await driver.switchTo().window(handle);
    if (place === 'frame') await driver.switchTo().frame(await driver.findElement({ id: 'contentframe' }));
    else await driver.switchTo().defaultContent();
  };
  const read = async (place: Place, expression: string): Promise<unknown> => {
    await enter(place);
    return driver.executeScript(`return (${expression});`);
  };
  const find = async (place: Place, expression: string): Promise<WebElement> => {
    await enter(place);
    const found = await driver.executeScript<WebElement | null>(`return (${expression}) ?? null;`);
    if (found === null) throw new Error(`not on the page: ${expression}`);
    return found;
  };
  return {
    goTo: async (url) => {
      await enter('window');
      await driver.get(url);
    },
    read,
    press: async (place, element) => (await find(place, element)).click(),
    type: async (place, element, text) => (await find(place, element)).sendKeys(text),
    reload: async () => {
      await enter('window');
      await driver.navigate().refresh();
    },
    back: async () => {
      await enter('window');
      await driver.navigate().back();
    },
    print: () => Promise.resolve(null),
    close: async () => {
      await driver.switchTo().window(handle);
      await driver.close();
    },
  };
}
