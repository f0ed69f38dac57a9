import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
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

/** Each scene opens in another app, or in one with other content. */
describe('the app that a scene opens in', () => {
  it.each(scenePaths.map(({ scenario }, index) => ({ scenario, index })))(
    'can be read in dark colours and in high contrast: $scenario',
    async ({ scenario, index }) => {
      const id = await addSceneActivity(stack, scenario, { id: 1200 + index, language: 'fr' });
      const context = await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce' });
      const person = new ComfortPerson(await context.newPage(), 'fr', 'mouse');
      await person.launch(stack, 5, id);
      await person.acceptNotice();
      await person.hearIntroduction();
      const dark = await person.looks();
      expect(await findViolations(person.page)).toEqual([]);
      await person.openComfort();
      await person.choose('comfort.contrast', 'comfort.contrast.high');
      await person.closeComfort();
      expect((await person.looks()).paper).not.toBe(dark.paper);
      expect(await findViolations(person.page)).toEqual([]);
      await context.close();
    },
  );
});
