/** Chosen scenes played one after the other in one attempt: one launch for all tests of a file. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Input } from './browser-person.ts';
import { content } from './s02.ts';
import type { ScenePath, See } from './scene-paths/scene-path.ts';
import { everyPath } from './scene-paths/scene-paths.ts';
import type { OpenStack } from './stack.ts';
import { WeekPerson } from './week-person.ts';

export interface WeekPlan {
  readonly scenarios: readonly string[];
  readonly language: 'fr' | 'en';
  readonly input: Input;
  /** The learner of the sandbox LMS, and the activity that is added for them. */
  readonly personId: number;
  readonly activityId: number;
  readonly context: BrowserContextOptions;
  /** Absent: a person who scrolls. */
  readonly Person?: typeof WeekPerson;
}

/** The title of a scene in the language of its player. */
function titleOf(scenario: string, language: 'fr' | 'en'): string {
  const { world, texts } = content.publicScene(scenario, content.currentVersions(scenario).worldVersion, 1);
  return texts[language][world.title] ?? '';
}

/** The path of the scene that comes next on the map. */
export async function findNextPath(person: WeekPerson): Promise<ScenePath> {
  const here = await person.here.locator('.now').innerText();
  const path = everyPath.find(({ scenario }) => here.includes(titleOf(scenario, person.language)));
  if (path === undefined) throw new Error(`no path through « ${here} »`);
  return path;
}

export class SceneWeek {
  readonly person: WeekPerson;
  readonly #stack: OpenStack;
  readonly #plan: WeekPlan;

  private constructor(person: WeekPerson, stack: OpenStack, plan: WeekPlan) {
    this.person = person;
    this.#stack = stack;
    this.#plan = plan;
  }

  /** Launches the attempt; resolves on its map. */
  static async start(stack: OpenStack, browser: Browser, plan: WeekPlan): Promise<SceneWeek> {
    const { scenarios, language, input, personId, activityId, context: options, Person = WeekPerson } = plan;
    await stack.lms.control({
      command: 'addActivity',
      cmid: activityId,
      courseId: language === 'fr' ? 2 : 3,
      title: 'Semaine',
      custom: { numplus_form: 'first-week', numplus_scenes: scenarios.join(',') },
    });
    const context = await browser.newContext({
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
      ...options,
    });
    const person = new Person(await context.newPage(), language, input);
    await person.launch(stack, personId, activityId);
    await person.acceptNotice();
    await person.map.waitFor();
    return new SceneWeek(person, stack, plan);
  }

  /** From the map to the first view of a scene. Skips scenes before it that a failed test left unplayed. */
  async enter(scenario: string): Promise<void> {
    if (!(await this.person.map.isVisible())) await this.#returnToMap();
    while ((await findNextPath(this.person)).scenario !== scenario) await this.skip();
    await this.person.enterScene();
  }

  /** Plays a scene the right way; resolves on the map. */
  async play({ scenario, play }: ScenePath, see: See): Promise<void> {
    await this.enter(scenario);
    await play(this.person, see);
    await this.person.finishScene();
    await this.person.backToMap();
  }

  /** Leaves the scene that is open, or the one that comes next, without playing it; resolves on the map. */
  async skip(): Promise<void> {
    if (await this.person.map.isVisible()) await this.person.enterScene();
    await this.person.skipScene();
    await this.person.backToMap();
  }

  async close(): Promise<void> {
    await this.person.page.context().close();
  }

  async #returnToMap(): Promise<void> {
    await this.person.launch(this.#stack, this.#plan.personId, this.#plan.activityId);
    const { person } = this;
    await person.press(person.shellButton('continue.go'));
    const inScene = person.shellButton('tool.done').or(person.shellButton('introduction.next'));
    await person.map.or(inScene).first().waitFor();
    if (await person.map.isVisible()) return;
    if (await person.shellButton('introduction.next').isVisible()) await person.hearIntroduction();
    await this.skip();
  }
}
