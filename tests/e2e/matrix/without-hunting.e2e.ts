/** A scene played whole in a low frame: what has the focus is seen whole, nobody has to scroll. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { firstLoginPath } from '../../support/scene-paths/first-login-path.ts';
import { SceneWeek } from '../../support/scene-week.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { SteadyPerson } from '../../support/steady-person.ts';

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

it.each([
  { input: 'keyboard', language: 'fr', personId: 6, activityId: 1501 },
  { input: 'mouse', language: 'en', personId: 7, activityId: 1502 },
] as const)(
  'the first scene is played by $input in $language in a low frame without scrolling',
  async ({ input, language, ...who }) => {
    const week = await SceneWeek.start(stack, browser, {
      ...who,
      input,
      language,
      scenarios: [firstLoginPath.scenario, 's02-inbox'],
      context: { viewport: { width: frameSize.width, height: 900 } },
      Person: SteadyPerson,
    });
    const { person } = week;
    await giveFrame(person.page);
    await week.enter(firstLoginPath.scenario);
    if (!(person instanceof SteadyPerson)) throw new Error('somebody else plays');
    person.hunted.length = 0;
    await firstLoginPath.play(person, (screen) =>
      takePicture(person.page.locator('#contentframe'), `steady-${input}-${screen}`, language),
    );
    await person.finishScene();
    expect(person.hunted).toEqual([]);
    await week.close();
  },
);
