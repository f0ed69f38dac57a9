/** What the page still loads while a scene is open, over a line that comes and goes. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
let personId = 3;
let person: BrowserPerson;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
beforeEach(async () => {
  personId += 1;
  const activityId = 1000 + personId;
  const custom = { numplus_form: 'first-week', numplus_scenes: 's05-parcel' };
  await stack.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: 2,
    title: 'Le colis',
    custom,
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  person = new BrowserPerson(await context.newPage(), 'fr', 'mouse');
  await person.launch(stack, personId, activityId);
  return () => context.close();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

describe('the apps of a scene', () => {
  it('open without a connection once the scene is there', async () => {
    const { page } = person;
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.shellButton('tool.done').waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    for (const [app, name] of [
      ['phone', 'Textos'],
      ['browser', 'Navigateur'],
    ] as const) {
      await person.press(person.appButton(app));
      await person.frame.getByRole('region', { name }).waitFor();
    }
  });

  it('that fail to load keep the scene waiting, which begins by itself when the line is back', async () => {
    const { page, frame } = person;
    const isCut = { of: true };
    await page.route(/\/(?:PhoneApp-[^/]*\.(?:js|css)|favicon\.svg)$/, (route) =>
      isCut.of ? route.abort('internetdisconnected') : route.continue(),
    );
    await person.acceptNotice();
    await frame.getByText(shellFr['banner.lost']).first().waitFor();
    expect(await person.shellButton('introduction.next').count()).toBe(0);
    isCut.of = false;
    await person.hearIntroduction();
    await person.press(person.appButton('phone'));
    await frame.getByRole('region', { name: 'Textos' }).waitFor();
    const style = await frame
      .locator('link[rel="stylesheet"][href*="PhoneApp"]')
      .evaluateAll((links) => links.map((link) => (link as unknown as { sheet: unknown }).sheet !== null));
    expect(style).toEqual([true]);
  });
});
