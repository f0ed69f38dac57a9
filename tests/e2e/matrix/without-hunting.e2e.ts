/** A scene played whole in a low frame: what has the focus is seen whole, nobody has to scroll. */
import { expect, it } from 'vitest';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { firstLoginPath } from '../../support/scene-paths/first-login-path.ts';
import { SceneWeek } from '../../support/scene-week.ts';
import { SteadyPerson } from '../../support/steady-person.ts';

const stack = setUpBrowserStack();

/** Runs in the frame, therefore as text. */
const redrawn = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`;

it.each([
  { input: 'keyboard', language: 'fr', personId: 6, activityId: 1501 },
  { input: 'mouse', language: 'en', personId: 7, activityId: 1502 },
] as const)(
  'the first scene is played by $input in $language in a low frame without scrolling',
  async ({ input, language, ...who }) => {
    const week = await SceneWeek.start(stack, stack.browser, {
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
    await firstLoginPath.play(person, async (screen) => {
      await takePicture(person.page.locator('#contentframe'), `steady-${input}-${screen}`, language);
      if (screen === 'password' && input === 'mouse') await pressSlowlyTwice(person);
    });
    await person.finishScene();
    expect(person.hunted).toEqual([]);
    await week.close();
  },
);

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
