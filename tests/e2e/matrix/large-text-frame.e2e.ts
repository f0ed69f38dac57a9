/** Large text in the frame of an LMS: the app begins in view, the goal stays while the page scrolls, and scenes are played. */
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';

const stack = setUpBrowserStack();

interface Sight {
  /** Share of the frame’s height below the upper edge of the app, before anybody scrolls. */
  readonly app: number;
  /** Of the goal, in px, after the page is scrolled to its end. */
  readonly goalTop: number;
  readonly goalBottom: number;
  readonly frame: number;
}

/** Runs in the page, therefore as text. */
const readSight = `(async () => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const app = 1 - box('.app-frame').top / innerHeight;
  scrollTo(0, document.documentElement.scrollHeight);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { top, bottom } = box('.goal');
  scrollTo(0, 0);
  return { app, goalTop: top, goalBottom: bottom, frame: innerHeight };
})()`;

it.each([
  { width: 969, height: 409, text: '200', scenario: 's02-inbox', least: 0.55, id: 1801 },
  { width: 969, height: 409, text: '150', scenario: 's06-hiring-form', least: 0.6, id: 1802 },
  { width: 1280, height: 560, text: '200', scenario: 's02-inbox', least: 0.6, id: 1803 },
  { width: 1366, height: 517, text: '200', scenario: 's05-parcel', least: 0.55, id: 1804 },
  { width: 1366, height: 517, text: '150', scenario: 's02-inbox', least: 0.6, id: 1805 },
] as const)(
  'shows the app of $scenario, keeps the goal and lets it be played with text of $text % in $width × $height px',
  async ({ width, height, text, scenario, least, id }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const person = new BrowserPerson(page, 'fr', 'mouse');
    await addSceneActivity(stack, scenario, { id, language: 'fr' });
    await person.launch(stack, 5, id);
    await giveFrame(page, { width, height });
    await chooseTextSize(person, text);
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.frame.locator('.app-frame').waitFor();
    await takePicture(page, 'large-text-frame', `${scenario}-${text}-${width}`);
    const sight = await page.frame({ name: 'contentframe' })?.evaluate<Sight>(readSight);
    expect(sight?.app).toBeGreaterThanOrEqual(least);
    expect(sight?.goalBottom).toBeGreaterThan(0);
    expect(sight?.goalTop).toBeGreaterThanOrEqual(0);
    expect(sight?.goalBottom).toBeLessThanOrEqual(sight?.frame ?? 0);
    const path = scenePaths.find((one) => one.scenario === scenario);
    if (path === undefined) throw new Error(`no path of ${scenario}`);
    await path.play(person, () => takePicture(page, 'large-text-frame-end', `${scenario}-${text}-${width}`));
    await person.finishScene();
    await context.close();
  },
);
