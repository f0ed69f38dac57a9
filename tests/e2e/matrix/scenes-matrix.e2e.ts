/**
 * Every scene the right way by keyboard and by touch. What browser tests show of scenes, and where:
 *
 * - every scene by itself, by mouse in French, from launch to grade; what screen readers get: `../scenes.e2e.ts`
 * - every scene by keyboard in English and by touch at 390 px, without overflow, with axe in each screen: here
 * - every app at 320 px, at 400 % zoom, in dark, forced and high-contrast colours: `apps-matrix.e2e.ts`
 * - the screens around a scene, in each kind of browser storage: `inbox-matrix.e2e.ts`
 * - the week and its map: `frame-week.e2e.ts`, `adaptive.e2e.ts`; interruptions: `interruptions.e2e.ts`,
 *   `nothing-lost.e2e.ts`; settings of comfort: `frame-comfort.e2e.ts`
 *
 * A new scene adds one path to `scene-paths` and is played by all of these.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { readOutcome, withoutFullScore } from '../../support/outcome.ts';
import { takePicture } from '../../support/picture.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { scoreOfScenes } from '../../support/scene-score.ts';
import { SceneWeek } from '../../support/scene-week.ts';

const stack = setUpBrowserStack();

const scenarios = scenePaths.map(({ scenario }) => scenario);

/** With the course's bars above it, the frame of the second is as high as that of a single scene at 390 × 844. */
describe.each([
  { language: 'en', input: 'keyboard', width: 1280, height: 800, personId: 5, activityId: 1001 },
  { language: 'fr', input: 'touch', width: 390, height: 818, personId: 6, activityId: 1002 },
] as const)('by $input in $language at $width px', (each) => {
  const { language, width, height, personId, activityId } = each;
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      ...each,
      scenarios,
      context: { viewport: { width, height } },
    });
  });
  afterAll(() => week.close());

  it.each(scenePaths.map((path) => ({ path, scenario: path.scenario })))(
    '$scenario is played the right way, without a fault of its screens',
    async ({ path, scenario }) => {
      const { person } = week;
      const findings: string[] = [];
      await week.play(path, async (screen) => {
        findings.push(...(await findViolations(person.page)).map((line) => `${screen} ${line}`));
        const overflow = await person.sidewaysOverflow();
        if (overflow > 0) findings.push(`${screen} is ${overflow} px wider than its window`);
        const blank = await person.blankBelow();
        if (blank > 0) findings.push(`${screen} goes on for ${blank} px below its content`);
        await takePicture(person.page, `${scenario}-${screen}`, language);
      });
      expect(findings).toEqual([]);
    },
  );

  it('all scenes together earn every point', async () => {
    const { person } = week;
    // On the map the button stands where the last tap was: a quick second one is taken for half of a double tap.
    const end = person.frame.getByRole('heading', { name: person.say('finished.title') });
    await person.pressFor(person.goOn, end);
    const outcome = await readOutcome(stack, personId, activityId);
    expect(outcome.faults).toEqual([]);
    expect(withoutFullScore(outcome)).toEqual([]);
    expect(outcome.points).toBe(scoreOfScenes(scenarios));
  });
});
