/** Two people one after the other in the same tab of a browser, and its Back. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { launchBrowser } from '../../support/browser.ts';
import { actAs, BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';

const stack = setUpBrowserStack();
const [counsellor, learner, otherLearner] = [3, 4, 5] as const;
/** Disables the back-forward cache: the driver can't see into a page restored from it. */
const loadsOnWayBack = "addEventListener('unload', () => undefined)";

/** Opens the activity in the whole tab. */
async function open(page: Page, personId: number): Promise<void> {
  await actAs(page.context(), stack, personId);
  await page.goto(`${stack.lms.publicUrl}/mod/lti/launch.php?id=2`);
}

describe('Back in the tab of a shared computer', () => {
  const listOf = (page: Page) => page.getByRole('button', { name: teachFr['practice.go'] });
  const noticeOf = (page: Page) => page.getByRole('button', { name: shellFr['notice.accept'] });
  const endOf = (page: Page) => page.getByRole('heading', { name: shellFr['ended.title'] });

  async function openList(): Promise<Page> {
    const context = await stack.browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript(loadsOnWayBack);
    const page = await context.newPage();
    await open(page, counsellor);
    await listOf(page).waitFor();
    return page;
  }

  it('does not open the list of a counsellor again after somebody else came', async () => {
    const page = await openList();
    await open(page, learner);
    await noticeOf(page).waitFor();
    await page.goBack();
    await endOf(page).waitFor();
    expect(await listOf(page).count()).toBe(0);
    await page.reload();
    await endOf(page).waitFor();
    await page.context().close();
  });

  it('opens it again after another launch of the same counsellor', async () => {
    const page = await openList();
    await open(page, counsellor);
    await listOf(page).waitFor();
    await page.goBack();
    await listOf(page).waitFor();
    expect(await endOf(page).count()).toBe(0);
    await page.context().close();
  });
});

describe('Back to the frame of a course, in a browser that refuses storage there', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser('throws');
  });
  afterAll(() => browser.close());

  it('opens neither the list of a counsellor nor the game of another person', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript(loadsOnWayBack);
    const person = new BrowserPerson(await context.newPage(), 'fr', 'mouse');
    const list = person.named(teachFr['practice.go']);
    const notice = person.shellButton('notice.accept');
    const end = person.frame.getByRole('heading', { name: shellFr['ended.title'] });
    const length = (): Promise<number> => person.page.evaluate<number>('history.length');
    /** How many entries there are once the person is at the LMS's first page. */
    const come = async (personId: number, sign: Locator): Promise<number> => {
      await person.page.goto(stack.lms.publicUrl);
      const entries = await length();
      await person.launch(stack, personId, 2);
      await sign.waitFor();
      return entries;
    };
    await come(counsellor, list);
    const pages = [await come(learner, notice), await come(otherLearner, notice)].reverse();
    let place = (await length()) - 1;
    // The frame has entries of its own, a different number of them each time, so that « one back » may lead elsewhere.
    for (const entries of pages) {
      const arrival = person.page.waitForEvent('load');
      await person.page.evaluate(`history.go(${entries - 2 - place})`);
      await arrival;
      place = entries - 2;
      await end.waitFor();
      expect([await list.count(), await notice.count()]).toEqual([0, 0]);
    }
    await context.close();
  });
});
