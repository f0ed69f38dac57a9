/** Scenes played whole in a low frame, and at « Double » on a phone: nobody has to scroll to what they press. */
import { expect, it } from 'vitest';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { firstLoginPath } from '../../support/scene-paths/first-login-path.ts';
import { inboxPath } from '../../support/scene-paths/inbox-path.ts';
import type { ScenePath } from '../../support/scene-paths/scene-path.ts';
import { SceneWeek, type WeekPlan } from '../../support/scene-week.ts';
import { SteadyPerson } from '../../support/steady-person.ts';

const stack = setUpBrowserStack();
const phone = { width: 390, height: 844 };

/** Runs in the frame, therefore as text. */
const redrawn = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`;

type Who = Pick<WeekPlan, 'language' | 'input' | 'personId' | 'activityId'>;

async function start(who: Who, paths: readonly ScenePath[], shown: typeof phone): Promise<SceneWeek> {
  const week = await SceneWeek.start(stack, stack.browser, {
    ...who,
    scenarios: paths.map(({ scenario }) => scenario),
    context: { viewport: { width: shown.width, height: 900 } },
    Person: SteadyPerson,
  });
  await giveFrame(week.person.page, shown);
  return week;
}

/** Plays a scene; returns what the person would have had to look for. */
async function hunt(week: SceneWeek, path: ScenePath): Promise<readonly string[]> {
  const { person } = week;
  if (!(person instanceof SteadyPerson)) throw new Error('somebody else plays');
  await week.enter(path.scenario);
  person.hunted.length = 0;
  await path.play(person, async (screen) => {
    await takePicture(
      person.page.locator('#contentframe'),
      `steady-${person.input}-${path.scenario}-${screen}`,
      person.language,
    );
    if (screen === 'password' && person.input === 'mouse') await pressSlowlyTwice(person);
  });
  await person.finishScene();
  const hunted = [...person.hunted];
  await person.backToMap();
  return hunted;
}

it.each([
  { input: 'keyboard', language: 'fr', personId: 6, activityId: 1501 },
  { input: 'mouse', language: 'en', personId: 7, activityId: 1502 },
] as const)(
  'the first scenes are played by $input in $language in a low frame without scrolling',
  async (who) => {
    const week = await start(who, [firstLoginPath, inboxPath], frameSize);
    expect(await hunt(week, firstLoginPath)).toEqual([]);
    expect(await hunt(week, inboxPath)).toEqual([]);
    await week.close();
  },
);

it.each([
  { input: 'touch', language: 'fr', personId: 8, activityId: 1503 },
  { input: 'touch', language: 'en', personId: 5, activityId: 1504 },
] as const)('the inbox is played at « Double » on a phone in $language without scrolling', async (who) => {
  const week = await start(who, [inboxPath, firstLoginPath], phone);
  await chooseTextSize(week.person, '200');
  expect(await hunt(week, inboxPath)).toEqual([]);
  await week.close();
});

/** The second press meets the control of the first: nothing moved under the pointer. */
async function pressSlowlyTwice(person: SteadyPerson): Promise<void> {
  const show = person.named(signInEn['action.showBox'].replace('{box}', signInEn['password.new']));
  const box = await show.boundingBox();
  if (box === null) throw new Error('not shown');
  for (const pressed of ['true', 'false']) {
    await person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await show.and(person.frame.locator(`[aria-pressed="${pressed}"]`)).waitFor();
    // Longer than a scroll that follows a press.
    await person.page.frame({ name: 'contentframe' })?.evaluate(redrawn);
  }
}
