/** The frame that Moodle gives on a common laptop, 969 × 409 px: what a scene asks and where to do it are in view. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../../support/scene-week.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const scenarios = scenePaths.map(({ scenario }) => scenario);

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

/** In px of the frame. */
interface Boxes {
  readonly height: number;
  readonly page: number;
  readonly goal: { readonly top: number; readonly bottom: number };
  readonly app: { readonly top: number; readonly bottom: number };
  /** Of the app's first control. */
  readonly control: { readonly top: number; readonly bottom: number };
  readonly isGoalCut: boolean;
}

const readBoxes = `(() => {
  const box = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom };
  };
  const app = document.querySelector('.window');
  const controls = [...app.querySelectorAll('a[href], button, input, select, textarea')];
  const control = controls.find((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1);
  const sentences = document.querySelector('.goal .sentences');
  return {
    height: innerHeight,
    page: document.documentElement.scrollHeight,
    goal: box(sentences),
    app: box(app),
    control: box(control),
    isGoalCut: sentences.scrollHeight > sentences.clientHeight + 1,
  };
})()`;

describe.each([
  { language: 'fr', personId: 4, activityId: 1001 },
  { language: 'en', personId: 5, activityId: 1002 },
] as const)('a low frame in $language', ({ language, personId, activityId }) => {
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, browser, {
      language,
      personId,
      activityId,
      scenarios,
      input: 'mouse',
      context: { viewport: { ...frameSize, height: 800 } },
    });
    await giveFrame(week.person.page);
  });
  afterAll(() => week.close());

  it.each(scenarios)(
    'shows the whole goal, the first control and at least 60 %% of it as the app: %s',
    async (id) => {
      await week.enter(id);
      const { person } = week;
      await person.frame.locator('.app-frame').waitFor();
      await takePicture(person.page, `low-${id}`, language);
      const inside = person.page.frame({ name: 'contentframe' });
      const boxes: Boxes | undefined = await inside?.evaluate(readBoxes);
      if (boxes === undefined) throw new Error('no frame');
      const { height, page, goal, app, control, isGoalCut } = boxes;
      expect(Math.abs(height - frameSize.height)).toBeLessThanOrEqual(1);
      expect(page).toBeLessThanOrEqual(height);
      expect(isGoalCut).toBe(false);
      expect(goal.top).toBeGreaterThanOrEqual(0);
      expect(goal.bottom).toBeLessThanOrEqual(app.top);
      expect(app.bottom).toBeLessThanOrEqual(height);
      expect((app.bottom - app.top) / height).toBeGreaterThanOrEqual(0.6);
      expect(control.top).toBeGreaterThanOrEqual(app.top);
      expect(control.bottom).toBeLessThanOrEqual(height);
      await week.skip();
    },
  );
});
