/**
 * Every scene, played whole in the frames that an LMS gives. What browser tests show of scenes, and where:
 *
 * - every scene by itself, by mouse in French, from launch to grade; what screen readers get: `../scenes.e2e.ts`
 * - every scene by mouse and by keyboard in low frames and by touch on phones, also at « Double »: nothing is cut or covered
 *   or moves by itself, the goal and its tools stay in sight, axe finds nothing: here
 * - every app at 320 px, at 400 % zoom, in dark, forced and high-contrast colours: `apps-matrix.e2e.ts`
 * - the screens around a scene, in each kind of browser storage: `inbox-matrix.e2e.ts`
 * - the week and its map: `frame-week.e2e.ts`, `adaptive.e2e.ts`; interruptions: `interruptions.e2e.ts`,
 *   `nothing-lost.e2e.ts`; settings of comfort: `frame-comfort.e2e.ts`
 *
 * A new scene adds one path to `scene-paths` and is played by all of these.
 */
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { dropShifts, takeShifts, watchShifts } from '../../support/layout-shifts.ts';
import { type FrameSize, frameSize, giveFrame } from '../../support/low-frame.ts';
import { readOutcome, withoutFullScore } from '../../support/outcome.ts';
import { takePicture } from '../../support/picture.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { scoreOfScenes } from '../../support/scene-score.ts';
import { SceneWeek } from '../../support/scene-week.ts';
import { lookAt, seesFirstControl } from '../../support/sight.ts';
import type { WeekPerson } from '../../support/week-person.ts';

const leastShareOfApp = 0.6;

/** A person plays in the first size; the others are measured on the same screens. */
const low = [frameSize, { width: 969, height: 380 }, { width: 1280, height: 560 }] as const;
const phone = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;
/** Below the lines of an LMS; large text needs more. */
const shortPhone = [...phone, { width: 320, height: 530 }] as const;

type Measure = 'axe' | 'shifts';

interface Walk {
  readonly look: 'low' | 'phone';
  readonly text: '100' | '200';
  readonly language: 'fr' | 'en';
  readonly input: 'mouse' | 'keyboard' | 'touch';
  readonly sizes: readonly [FrameSize, ...FrameSize[]];
  /** What is measured besides sight, where the person plays. */
  readonly also: readonly Measure[];
  readonly personId: number;
}

const walks: readonly Walk[] = [
  { look: 'low', text: '100', language: 'fr', input: 'mouse', sizes: low, also: ['shifts'], personId: 4 },
  { look: 'low', text: '100', language: 'en', input: 'keyboard', sizes: low, also: ['axe'], personId: 5 },
  {
    look: 'phone',
    text: '100',
    language: 'fr',
    input: 'touch',
    sizes: shortPhone,
    also: ['axe', 'shifts'],
    personId: 7,
  },
  { look: 'phone', text: '200', language: 'fr', input: 'touch', sizes: phone, also: [], personId: 8 },
  { look: 'phone', text: '200', language: 'en', input: 'touch', sizes: phone, also: [], personId: 8 },
];

const scenarios = scenePaths.map(({ scenario }) => scenario);
const cases = scenePaths.map((path) => ({ path, scenario: path.scenario }));

const stack = setUpBrowserStack();

function toolFrame({ page }: WeekPerson): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the page has no frame of the tool');
  return frame;
}

/** One scene changes the size of the text. */
async function hasText({ frame }: WeekPerson, text: Walk['text']): Promise<boolean> {
  return ((await frame.locator('html').getAttribute('data-text-size')) ?? '100') === text;
}

/** What is wrong in the size in which the person plays, one line each. */
async function measure(person: WeekPerson, { look, also }: Walk): Promise<readonly string[]> {
  const found = also.includes('shifts') ? await takeShifts(toolFrame(person)) : [];
  if (!also.includes('axe')) return found;
  const blank = look === 'phone' ? await person.blankBelow() : 0;
  if (blank > 0) found.push(`goes on for ${String(blank)} px below its content`);
  return [...found, ...(await findViolations(person.page))];
}

describe.each(walks)('in a $look frame at $text %, by $input in $language', (walk) => {
  const { look, text, language, input, sizes, also, personId } = walk;
  const activityId = 1000 + walks.indexOf(walk);
  const [played] = sizes;
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      language,
      input,
      scenarios,
      personId,
      activityId,
      context: { viewport: { width: played.width, height: 900 } },
    });
    if (also.includes('shifts')) {
      await week.person.page.context().addInitScript(watchShifts);
      await toolFrame(week.person).evaluate(watchShifts);
    }
    await giveFrame(week.person.page, played);
    await measure(week.person, walk);
  });
  afterAll(() => week.close());

  it.each(cases)(
    '$scenario is played the right way, and every screen keeps the goal, its tools and most of the app in sight',
    async ({ path, scenario }) => {
      const { person } = week;
      const faults: string[] = [];
      const shares: number[] = [];
      const note = async (screen: string): Promise<void> => {
        faults.push(...(await measure(person, walk)).map((fault) => `${screen}: ${fault}`));
      };
      const seeAt = async (screen: string, size: FrameSize): Promise<void> => {
        await giveFrame(person.page, size);
        const frame = toolFrame(person);
        const sight = await lookAt(frame);
        const name = `${screen} at ${String(size.width)} × ${String(size.height)}`;
        faults.push(...sight.faults.map((fault) => `${name}: ${fault}`));
        if (sight.appShare !== null && (await hasText(person, text))) shares.push(sight.appShare);
        if (screen === 'first' && !(await seesFirstControl(frame)))
          faults.push(`${name}: no control in sight`);
        const picture = `${look}-${text}-${String(size.width)}x${String(size.height)}-${scenario}-${screen}`;
        await takePicture(person.page.locator('#contentframe'), picture, language);
      };
      const see = async (screen: string): Promise<void> => {
        await note(screen);
        // A menu finds its place when it opens.
        const isOnlyPlayed =
          (await person.frame.getByRole('menu').isVisible()) || !(await hasText(person, text));
        for (const size of isOnlyPlayed ? [played] : [...sizes.slice(1), played]) await seeAt(screen, size);
        if (also.includes('shifts')) await dropShifts(toolFrame(person));
      };
      if ((await person.map.isVisible()) && !(await hasText(person, text)))
        await chooseTextSize(person, text);
      await week.enter(scenario);
      if (also.includes('shifts')) await person.reloadTool(person.shellButton('tool.done'));
      await person.frame.locator('.app-frame').waitFor();
      await see('first');
      await path.play(person, see);
      await person.finishScene();
      await note('end');
      await person.backToMap();
      await note('map');
      expect(faults).toEqual([]);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(leastShareOfApp);
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
