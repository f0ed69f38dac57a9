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
  /** As browsers of today: each site has its own storage below each top-level site. */
  | 'partitioned'
  /** Every access throws: the browser refuses all data of third parties. */
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

/** Nothing of a browser's own may go to the network. */
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Sites share a process. With one for each, the driver may lose a frame that a launch sends from site to site: where
  // it is too busy to listen, the session that ends takes the next one's place in its books away. What a page may see
  // and keep does not depend on it.
  '--disable-site-isolation-trials',
  // Some builds (the one from npm) still let third-party cookies through by themselves.
  '--test-third-party-cookie-phaseout',
];

/**
 * Playwright's own flags switch storage partitioning off, and then storage throws in cross-site frames. Chromium's
 * own behaviour needs its own flags instead; these are what the driver cannot do without.
 */
function ownArgs(profile: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints',
    '--disable-popup-blocking',
    '--disable-default-apps',
    '--hide-scrollbars',
    '--mute-audio',
  ];
}

/** A site whose cookies are all refused inside the pages of another, and its storage with them; not in its own window. */
interface RefusedCookies {
  readonly of: string;
  readonly within: string;
}

/** Chromium's own rule for one site in another, as a person or an employer sets it. */
function writeRefusal(profile: string, { of, within }: RefusedCookies): void {
  const cookies = { [`${of},${within}`]: { setting: 2 } };
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { content_settings: { exceptions: { cookies } } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/**
 * Starts a headless Chromium in which third-party cookies are blocked, as in browsers of today.
 * Throws where no Chromium can be found: a browser test never passes by not running.
 */
export async function launchBrowser(
  frameStorage: FrameStorage = 'partitioned',
  refused?: RefusedCookies,
): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  if (frameStorage === 'throws') return chromium.launch({ executablePath, args: [...args, ...quietArgs] });
  const profile = mkdtempSync(join(tmpdir(), 'numplus-chromium-'));
  if (refused !== undefined) writeRefusal(profile, refused);
  const browser = await chromium.launch({
    executablePath,
    ignoreDefaultArgs: true,
    args: [...args, ...quietArgs, ...ownArgs(profile)],
  });
  browser.once('disconnected', () => {
    // Best effort: the browser's last processes may still write while they end, and a profile harms nobody.
    rm(profile, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
  });
  return browser;
}
