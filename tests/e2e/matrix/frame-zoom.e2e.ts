import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { findHiddenFocus } from '../../support/focus-sight.ts';
import { addSceneActivity, playScene } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});

/** About as many stops as the longest first view has. */
const tabs = 40;

afterAll(async () => {
  await browser.close();
  await stack.close();
});

describe('every scene at 400 % zoom in the colours of the system', () => {
  it.each(scenePaths.map((path, index) => ({ path, scenario: path.scenario, index })))(
    '$scenario is played to its end, and nothing has to be scrolled in two directions',
    async ({ path, scenario, index }) => {
      const id = await addSceneActivity(stack, scenario, { id: 1100 + index, language: 'fr' });
      const context = await browser.newContext({
        viewport: { width: 320, height: 256 },
        forcedColors: 'active',
        reducedMotion: 'reduce',
      });
      const person = new BrowserPerson(await context.newPage(), 'fr', 'mouse');
      const findings: string[] = [];
      const see = async (screen: string): Promise<void> => {
        findings.push(...(await findViolations(person.page)).map((line) => `${screen} ${line}`));
        const overflow = await person.sidewaysOverflow();
        if (overflow > 0) findings.push(`${screen} is ${overflow} px wider than its window`);
      };
      await playScene(path, person, { stack, personId: 4, activityId: id, see });
      expect(findings).toEqual([]);
      await context.close();
    },
  );
});

describe('the first view of every scene at 400 % zoom', () => {
  it.each(scenePaths.map(({ scenario }, index) => ({ scenario, index })))(
    'never hides what has the focus: $scenario',
    async ({ scenario, index }) => {
      const id = await addSceneActivity(stack, scenario, { id: 1150 + index, language: 'fr' });
      const context = await browser.newContext({
        viewport: { width: 320, height: 256 },
        reducedMotion: 'reduce',
      });
      const person = new BrowserPerson(await context.newPage(), 'fr', 'mouse');
      await person.launch(stack, 5, id);
      await person.acceptNotice();
      await person.hearIntroduction();
      expect(await findHiddenFocus(person, tabs)).toEqual([]);
      await context.close();
    },
  );
});
