/** The pages of the xAPI profile: axe, a narrow screen, keyboard alone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPageViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { takePicture } from '../../support/picture.ts';
import { type ProfileServer, startProfileServer } from '../../support/profile/profile-server.ts';

let server: ProfileServer;
let browser: Browser;
beforeAll(async () => {
  server = await startProfileServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const sizes = [
  ['1280x800', { width: 1280, height: 800 }],
  ['320x640', { width: 320, height: 640 }],
] as const;

it.each(
  ['fr-CA', 'en-CA'].flatMap((locale) => sizes.map(([name, viewport]) => ({ locale, name, viewport }))),
)('the profile in $locale at $name', async ({ locale, viewport }) => {
  const context = await browser.newContext({ locale, viewport, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(`${server.url}/xapi/profile`);
  const language = locale.slice(0, 2);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  await takePicture(page, 'xapi-profile', language);

  await page.locator('summary').nth(2).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details[open] dt').count()).toBeGreaterThan(5);
  expect(await findPageViolations(page)).toEqual([]);
  const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(isWider).toBe(false);

  await page.goto(`${server.url}/xapi/ext/process`);
  expect(await findPageViolations(page)).toEqual([]);
  await takePicture(page, 'xapi-extension', language);
  await page.locator('nav a').first().click();
  expect(await page.getAttribute('html', 'lang')).toBe(language === 'fr' ? 'en' : 'fr');
  await context.close();
});
