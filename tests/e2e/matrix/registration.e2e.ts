/** An administrator connects an LMS inside its own frame, with the keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { selectFr } from '../../../client/src/i18n/catalogues/select.fr.ts';
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

it('reads what remains on a phone: keys that Moodle can’t read, and the clicks until the tool is offered', async () => {
  const host = new URL(stack.lms.publicUrl).host;
  await stack.lms.control({ command: 'blockToolKeys', blocked: true });
  await stack.lms.control({ command: 'setRegistration', keepsOutOfChooser: true });
  const [invitation] = await run('platform', 'invite', '--host', host, '--approve');
  const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${stack.lms.publicUrl}/people`);
  await page.click('button[value="2"]');
  await page.goto(`${stack.lms.publicUrl}/admin/tools`);
  await page.fill('#url', invitation?.registrationUrl ?? '');
  await page.keyboard.press('Enter');
  await press(page, 'button.main');
  const last = page.frameLocator('#contentframe');
  await last.locator('main[data-approved="true"][data-connection="keys-unread"]').waitFor();
  await last.getByText('curlsecurityallowedport').waitFor();
  expect(await findViolations(page)).toEqual([]);
  const frame = page.frame({ name: 'contentframe' }) ?? page.frames()[1];
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await frame?.evaluate(sideways)).toBe(0);
  await press(page, '#close');
  await page.waitForURL('**/admin/tools');
  await stack.lms.control({ command: 'blockToolKeys', blocked: false });

  const select = page.locator('a[href="/course/2/select"]');
  // The newest tool is the last one.
  await page.locator('form[action="/admin/tools/activate"] button').last().click();
  await page.goto(`${stack.lms.publicUrl}/course/2`);
  expect(await select.count()).toBe(0);
  await page.goto(`${stack.lms.publicUrl}/admin/tools`);
  await page.click('form[action="/admin/tools/usage"] button');
  await page.goto(`${stack.lms.publicUrl}/course/2`);
  await select.click();
  // Approved by itself: the picker opens, and its keys can be read now.
  await last.getByRole('heading', { name: selectFr['title.first'] }).waitFor();
  await stack.lms.control({ command: 'clearFaults' });
  await context.close();
});
