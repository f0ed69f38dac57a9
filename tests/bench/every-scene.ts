/** Plays every scene at a laptop, as people press: the week in one attempt, each other scene in an activity of its own. */
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { addSceneActivity, type ScenePath } from '../support/scene-paths/scene-path.ts';
import { pathsByThemselves, scenePaths } from '../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../support/scene-week.ts';
import type { Stack } from '../support/stack.ts';
import { WeekPerson } from '../support/week-person.ts';

export const laptop = { width: 1280, height: 800 };
/** Of somebody who types fast. Without a pause, browsers paint only after the last key. */
const betweenKeysMs = 80;
/** Of somebody who presses a button. Without a pause, pressing and letting go are painted together. */
const heldMs = 80;

export interface Watch {
  /** A page whose first scene is about to begin. */
  open?(page: Page): Promise<void>;
  scene(name: string, page: Page, play: () => Promise<void>): Promise<void>;
  /** After the last scene of a page. */
  close?(page: Page): Promise<void>;
}

/** As people press. Forced: otherwise a listener of the driver's, which checks what the press would hit, is timed with the page's. */
export async function pressAsPeopleDo(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await target.click({ force: true, delay: heldMs });
}

export function frameOf(page: Page): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the course page has no frame');
  return frame;
}

class PressingPerson extends WeekPerson {
  override async press(target: Locator): Promise<void> {
    await pressAsPeopleDo(target);
  }
}

/** @param round counts the plays on one stack: each has activities, and in the week a person, of its own, as comfort is kept */
export async function playEveryScene(stack: Stack, browser: Browser, watch: Watch, round = 0): Promise<void> {
  const activityId = 1001 + 100 * round;
  const week = await SceneWeek.start(stack, browser, {
    scenarios: scenePaths.map(({ scenario }) => scenario),
    language: 'fr',
    input: 'mouse',
    personId: 6 + round,
    activityId,
    context: { viewport: laptop },
    Person: PressingPerson,
  });
  const { page } = week.person;
  typeAsPeopleDo(page);
  await watch.open?.(page);
  for (const path of scenePaths) {
    await week.enter(path.scenario);
    await watch.scene(path.scenario, page, () => playTheRightWay(path, week.person));
    await week.person.finishScene();
    await week.person.backToMap();
  }
  await watch.close?.(page);
  await week.close();
  for (const [index, path] of pathsByThemselves.entries()) {
    await playByItself(path, activityId + 10 + index, { stack, browser, watch });
  }
}

interface Place {
  readonly stack: Stack;
  readonly browser: Browser;
  readonly watch: Watch;
}

async function playByItself(path: ScenePath, id: number, { stack, browser, watch }: Place): Promise<void> {
  const context = await browser.newContext({ viewport: laptop, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const activityId = await addSceneActivity(stack, path.scenario, { id, language: 'fr' });
  const person = new PressingPerson(page, 'fr', 'mouse');
  await person.launch(stack, 4, activityId);
  await person.acceptNotice();
  await person.hearIntroduction();
  typeAsPeopleDo(page);
  await watch.open?.(page);
  await watch.scene(path.scenario, page, () => playTheRightWay(path, person));
  await watch.close?.(page);
  await context.close();
}

function playTheRightWay(path: ScenePath, person: WeekPerson): Promise<void> {
  return path.play(person, () => Promise.resolve());
}

function typeAsPeopleDo({ keyboard }: Page): void {
  const type = keyboard.type.bind(keyboard);
  keyboard.type = (text) => type(text, { delay: betweenKeysMs });
}
