/** Finds and starts the Chromium of browser tests: CHROMIUM_PATH, the system's, or the one in the npm package. */
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** How third-party storage behaves in frames. */
export type FrameStorage =
  /** As in current browsers: each site has its own storage below each top-level site. */
  | 'partitioned'
  /** Every access throws, as when the browser blocks all third-party data. */
  | 'throws';

async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
    return { executablePath: named, args: [] };
  }
  const system = systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return { executablePath: system, args: [] };
  return { executablePath: await sparticuz.executablePath(), args: sparticuz.args };
}

/** Among others, stops the browser's own network requests. */
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process for all sites. Otherwise a busy driver may lose a frame that a launch sends from site to site, because
  // the ending session removes its successor (busy-driver.e2e.ts). Cookie and storage rules do not depend on it.
  '--disable-site-isolation-trials',
  // Some builds (the one from npm) allow third-party cookies by default.
  '--test-third-party-cookie-phaseout',
];

/**
 * The address bar draws its suggestions as pages of the browser's own, in each window: without them, a context of one
 * short page takes a third of the processor time.
 */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/**
 * Playwright's default flags disable storage partitioning, and then storage throws in cross-site frames. These replace
 * them: the least that the driver needs.
 */
function ownArgs(profile: string): string[] {
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--disable-features=${['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'OptimizationHints', ...addressBarPages].join(',')}`,
    '--no-startup-window',
    '--disable-popup-blocking',
    '--disable-default-apps',
    '--hide-scrollbars',
    '--mute-audio',
  ];
}

/** A site whose cookies and storage are refused inside pages of another site, but not in its own window. */
interface RefusedCookies {
  readonly of: string;
  readonly within: string;
}

/** Writes the content setting that a person or an employer would set. */
function writeRefusal(profile: string, { of, within }: RefusedCookies): void {
  const cookies = { [`${of},${within}`]: { setting: 2 } };
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { content_settings: { exceptions: { cookies } } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/**
 * Starts a Chromium that blocks third-party cookies: without a window, or on a display such as `:99`.
 * @throws if there is no Chromium: a browser test must not pass by not running
 */
export async function launchBrowser(
  frameStorage: FrameStorage = 'partitioned',
  refused?: RefusedCookies,
  display?: string,
): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  if (frameStorage === 'throws') {
    return waitLonger(await chromium.launch({ executablePath, args: [...args, ...quietArgs] }));
  }
  const profile = mkdtempSync(join(tmpdir(), 'numplus-chromium-'));
  if (refused !== undefined) writeRefusal(profile, refused);
  const browser = await chromium.launch({
    executablePath,
    ignoreDefaultArgs: true,
    args: [...args, ...quietArgs, ...ownArgs(profile), ...(display === undefined ? ['--headless'] : [])],
    ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } }),
  });
  browser.once('disconnected', () => {
    // Best effort: the browser's last processes may still write; a left-over profile does no harm.
    rm(profile, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
  });
  return waitLonger(browser);
}

/** A guard as in vitest.config.ts: Playwright's 30 s are too few on a busy machine. */
function waitLonger(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.setDefaultTimeout(120_000);
    return context;
  };
  return browser;
}
