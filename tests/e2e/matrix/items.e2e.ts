import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsFr } from '../../../client/src/i18n/catalogues/items.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { launchBrowser } from '../../support/browser.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  const world = { lms: { publicUrl: `http://127.0.0.1:${stack.lms.port}` }, tool: stack.tool };
  const learner = new ApiLearner(world);
  await learner.act(...rightWay(await learner.begin(4)), done);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** Runs in the frame, therefore as text; in px. */
const widerThanFrame = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('the report on items', () => {
  it.each([1280, 390, 320])(
    'opens by keyboard at %i px, fits in its width, hides figures of a small group, and leads back',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
      await player.launch(stack, 3);
      const { frame, page } = player;
      const open = frame.getByRole('button', { name: itemsFr['link.go'] });
      await open.focus();
      await page.keyboard.press('Enter');
      await frame.getByRole('heading', { name: itemsFr['dif.title'] }).waitFor();
      expect(await frame.getByRole('cell', { name: /%/ }).count()).toBe(0);
      const sideways = await page.frame({ name: 'contentframe' })?.evaluate(widerThanFrame);
      expect(sideways).toBe(0);
      expect(await findViolations(page)).toEqual([]);
      await frame.getByRole('button', { name: itemsFr.back }).press('Enter');
      await open.waitFor();
      await context.close();
    },
  );
});
