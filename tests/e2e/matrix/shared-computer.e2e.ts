/** Two people one after the other in the same tab of a browser, and its Back. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { launch } from '../../support/api-learner.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';

const stack = setUpBrowserStack();
const [counsellor, learner] = [3, 4] as const;
/** Disables the back-forward cache: the driver can't see into a page restored from it. */
const loadsOnWayBack = "addEventListener('unload', () => undefined)";

/** Opens the activity in the whole tab. */
async function open(page: Page, personId: number): Promise<void> {
  await page.goto((await launch(stack, personId, '/mod/lti/launch.php?id=2')).href);
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
