import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { addSceneActivity, playScene } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
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
