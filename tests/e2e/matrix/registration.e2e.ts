/** An administrator connects an LMS inside its own frame, with the keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { findViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { type Stack, startStack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function run(...args: readonly string[]): Promise<Record<string, string>[]> {
  const { code, stdout, stderr } = await stack.tool.run(...args, '--json');
  if (code !== 0) throw new Error(stderr);
  return z.array(z.record(z.string(), z.coerce.string())).parse(JSON.parse(stdout));
}

async function press(page: Page, selector: string): Promise<void> {
  const button = page.frameLocator('#contentframe').locator(selector);
  await button.waitFor();
  await button.focus();
  await page.keyboard.press('Enter');
}

it('pastes the address, agrees, and comes back to the list of tools; an approval later the activity opens', async () => {
  const [invitation] = await run('platform', 'invite', '--name', 'Centre des Bouleaux');
  const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${stack.lms.publicUrl}/people`);
  await page.click('button[value="2"]');
  await page.goto(`${stack.lms.publicUrl}/admin/tools`);
  await page.fill('#url', invitation?.registrationUrl ?? '');
  await page.keyboard.press('Enter');

  await page.frameLocator('#contentframe').locator('h1').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await press(page, 'button.main');
  await page.frameLocator('#contentframe').locator('#close').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await press(page, '#close');
  await page.waitForURL('**/admin/tools');
  await page.click('button[name="client"]');
  await page.goto(`${stack.lms.publicUrl}/people`);
  await page.click('button[value="4"]');
  const activity = page.frameLocator('#contentframe');
  await page.goto(`${stack.lms.publicUrl}/activity/2`);
  await activity.locator('main[data-error="lti.platform-inactive"]').waitFor();

  const platforms = await run('platform', 'list');
  const registered = platforms.find(({ name }) => name === 'Centre des Bouleaux');
  expect(registered).toMatchObject({ state: 'inactive', family: 'moodle' });
  await run('platform', 'approve', registered?.ref ?? '');
  await page.goto(`${stack.lms.publicUrl}/activity/2`);
  await expect
    .poll(() => page.frames().map((frame) => new URL(frame.url()).pathname))
    .toContain(`/play/${registered?.ref ?? ''}`);
  const actions = (await run('audit', 'list')).map(({ action }) => action);
  expect(actions).toEqual(
    expect.arrayContaining(['platform.invited', 'platform.registered', 'platform.approved']),
  );
  await context.close();
});
