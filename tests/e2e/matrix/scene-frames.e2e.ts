/** Every scene, played whole in the frames that an LMS gives: nothing is cut or covered, and the goal and its tools stay in sight. */
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { type FrameSize, frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
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

const all = scenePaths.map(({ scenario }) => scenario);
const walks = [
  { look: 'low', text: '100', language: 'fr', input: 'mouse', sizes: low, scenarios: all, personId: 4 },
  { look: 'low', text: '100', language: 'en', input: 'mouse', sizes: low, scenarios: all, personId: 5 },
  {
    look: 'low',
    text: '100',
    language: 'en',
    input: 'keyboard',
    sizes: [frameSize],
    scenarios: ['s02-inbox', 's03-tidy'],
    personId: 6,
  },
  {
    look: 'phone',
    text: '100',
    language: 'fr',
    input: 'touch',
    sizes: shortPhone,
    scenarios: all,
    personId: 7,
  },
  { look: 'phone', text: '200', language: 'fr', input: 'touch', sizes: phone, scenarios: all, personId: 8 },
  { look: 'phone', text: '200', language: 'en', input: 'touch', sizes: phone, scenarios: all, personId: 8 },
] as const;
type Text = (typeof walks)[number]['text'];

const stack = setUpBrowserStack();

function toolFrame({ page }: WeekPerson): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the page has no frame of the tool');
  return frame;
}

/** One scene changes the size of the text. */
async function hasText({ frame }: WeekPerson, text: Text): Promise<boolean> {
  return ((await frame.locator('html').getAttribute('data-text-size')) ?? '100') === text;
}

describe.each(walks)('in a $look frame at $text %, by $input in $language', (walk) => {
  const { look, text, language, input, sizes, scenarios, personId } = walk;
  const [played] = sizes;
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      language,
      input,
      scenarios,
      personId,
      activityId: 1000 + walks.indexOf(walk),
      context: { viewport: { width: played.width, height: 900 } },
    });
    await giveFrame(week.person.page, played);
  });
  afterAll(() => week.close());

  const paths = scenePaths.filter(({ scenario }) => (scenarios as readonly string[]).includes(scenario));
  it.each(paths.map((path) => ({ path, scenario: path.scenario })))(
    '$scenario shows the goal, its tools and most of the app on every screen',
    async ({ path, scenario }) => {
      const { person } = week;
      const faults: string[] = [];
      const shares: number[] = [];
      const seeAt = async (screen: string, size: FrameSize): Promise<void> => {
        await giveFrame(person.page, size);
        const frame = toolFrame(person);
        const sight = await lookAt(frame);
        const name = `${screen} at ${size.width} × ${size.height}`;
        faults.push(...sight.faults.map((fault) => `${name}: ${fault}`));
        if (sight.appShare !== null && (await hasText(person, text))) shares.push(sight.appShare);
        if (screen === 'first' && !(await seesFirstControl(frame)))
          faults.push(`${name}: no control in sight`);
        const picture = `${look}-${text}-${size.width}x${size.height}-${scenario}-${screen}`;
        await takePicture(person.page.locator('#contentframe'), picture, language);
      };
      const see = async (screen: string): Promise<void> => {
        // A menu finds its place when it opens.
        const isOnlyPlayed =
          (await person.frame.getByRole('menu').isVisible()) || !(await hasText(person, text));
        for (const size of isOnlyPlayed ? [played] : [...sizes.slice(1), played]) await seeAt(screen, size);
      };
      if ((await person.map.isVisible()) && !(await hasText(person, text)))
        await chooseTextSize(person, text);
      await week.enter(scenario);
      await person.frame.locator('.app-frame').waitFor();
      await see('first');
      await path.play(person, see);
      await person.finishScene();
      await person.backToMap();
      expect(faults).toEqual([]);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(leastShareOfApp);
    },
  );
});
