/** Screens at sizes of text and of frames between the usual ones, where something was covered, broken or out of view. */
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { everyPath } from '../../support/scene-paths/scene-paths.ts';
import { lookAt, seesFirstControl } from '../../support/sight.ts';

const stack = setUpBrowserStack();

it.each([
  { scenario: 's01-first-login', width: 969, height: 409, text: '125', screens: ['first', 'code'], id: 2801 },
  {
    scenario: 's01-first-login',
    width: 969,
    height: 409,
    text: '150',
    screens: ['code', 'refusal'],
    id: 2802,
  },
  { scenario: 's01-first-login', width: 1280, height: 660, text: '150', screens: ['first'], id: 2803 },
  { scenario: 's03-tidy', width: 768, height: 1024, text: '100', screens: ['trash', 'moved'], id: 2804 },
  { scenario: 's03-tidy', width: 390, height: 844, text: '150', screens: ['first', 'move'], id: 2805 },
  {
    scenario: 's08-video-meeting',
    width: 390,
    height: 844,
    text: '150',
    screens: ['call', 'sound'],
    id: 2806,
  },
  {
    scenario: 's08-video-meeting',
    width: 390,
    height: 844,
    text: '200',
    screens: ['call', 'sound'],
    id: 2807,
  },
  {
    scenario: 's08-video-meeting',
    width: 969,
    height: 409,
    text: '125',
    screens: ['call', 'sound'],
    id: 2808,
  },
] as const)(
  'shows $scenario whole with text of $text % in $width × $height px',
  async ({ scenario, width, height, text, screens, id }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const person = new BrowserPerson(page, 'fr', 'mouse');
    await person.launch(stack, 5, await addSceneActivity(stack, scenario, { id, language: 'fr' }));
    await giveFrame(page, { width, height });
    await chooseTextSize(person, text);
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.frame.locator('.app-frame').waitFor();
    const faults: string[] = [];
    const seen: string[] = [];
    const see = async (screen: string): Promise<void> => {
      if (!(screens as readonly string[]).includes(screen)) return;
      seen.push(screen);
      const frame = page.frame({ name: 'contentframe' });
      if (frame === null) throw new Error('the page has no frame of the tool');
      const sight = await lookAt(frame);
      faults.push(...sight.faults.map((fault) => `${screen}: ${fault}`));
      if (screen === 'first' && !(await seesFirstControl(frame))) faults.push('no control in sight');
      await takePicture(page.locator('#contentframe'), `between-${scenario}-${screen}`, `${text}-${width}`);
    };
    await see('first');
    const path = everyPath.find((one) => one.scenario === scenario);
    await path?.play(person, see);
    expect(seen).toEqual(screens);
    expect(faults).toEqual([]);
    await context.close();
  },
);
