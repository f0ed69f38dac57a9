/** A scene from launch to statements, by each input. For test files only: it starts its own servers and browser. */
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from './accessibility.ts';
import { BrowserPerson } from './browser-person.ts';
import { launchBrowser } from './browser.ts';
import { ContentFolder } from './content-folder.ts';
import { takeShifts, watchShifts } from './layout-shifts.ts';
import { frameSize, giveFrame } from './low-frame.ts';
import { readOutcome, withoutFullScore } from './outcome.ts';
import { listComplaints } from './page-complaints.ts';
import { takePicture } from './picture.ts';
import { addSceneActivity, playScene, type ScenePath } from './scene-paths/scene-path.ts';
import { lookAt } from './sight.ts';
import { startStack, type Stack } from './stack.ts';

const leastShareOfApp = 0.6;

/** A way to play a scene. `isLow` plays it in the lowest frame that an LMS gives. */
interface Manner {
  readonly language: 'fr' | 'en';
  readonly input: 'mouse' | 'keyboard' | 'touch';
  readonly width: number;
  readonly height: number;
  readonly isLow?: true;
  readonly forcedColors?: 'active';
  readonly personId: number;
}

export const usualManners: readonly Manner[] = [
  { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 4 },
  { language: 'en', input: 'keyboard', width: 969, height: 560, isLow: true, personId: 5 },
  { language: 'en', input: 'touch', width: 320, height: 700, personId: 7 },
];

/** 400 % zoom, in the colours of the system. */
export const zoomedManner: Manner = {
  language: 'en',
  input: 'mouse',
  width: 320,
  height: 256,
  forcedColors: 'active',
  personId: 8,
};

interface ScenePlan {
  readonly path: ScenePath;
  /** Starts the names of its pictures, e.g. `s14`. */
  readonly picture: string;
  /** The first screen that the path shows, where a low frame is given. */
  readonly firstScreen: string;
  /** Activities count from here; each person has one. */
  readonly activitiesFrom?: number;
}

/** Real servers with one variant of the scene, so that its accessibility trees are the same each time, and a browser. */
export class SceneByInputs {
  #folder: ContentFolder | undefined;
  #stack: Stack | undefined;
  #browser: Browser | undefined;

  readonly #plan: ScenePlan;

  private constructor(plan: ScenePlan) {
    this.#plan = plan;
  }

  static setUp(plan: ScenePlan): SceneByInputs {
    const scene = new SceneByInputs(plan);
    beforeAll(() => scene.#start());
    afterAll(() => scene.#close());
    return scene;
  }

  get stack(): Stack {
    if (this.#stack === undefined) throw new Error('the servers have not started');
    return this.#stack;
  }

  get browser(): Browser {
    if (this.#browser === undefined) throw new Error('the browser has not started');
    return this.#browser;
  }

  /** Declares a test for each manner. */
  itIsPlayed(manners: readonly Manner[] = usualManners): void {
    it.each(manners)('is played by $input in $language at $width × $height px', (manner) =>
      this.#play(manner),
    );
  }

  async #play(manner: Manner): Promise<void> {
    const { path, activitiesFrom = 1000 } = this.#plan;
    const { language, input, width, height, forcedColors = 'none', personId } = manner;
    const context = await this.browser.newContext({
      viewport: { width, height },
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
      forcedColors,
    });
    await context.addInitScript(watchShifts);
    const page = await context.newPage();
    const complaints = listComplaints(page);
    const person = new BrowserPerson(page, language, input);
    const activityId = await addSceneActivity(this.stack, path.scenario, {
      id: activitiesFrom + personId,
      language,
    });
    const findings: string[] = [];
    const see = async (screen: string): Promise<void> => {
      findings.push(...(await this.#look(person, manner, screen)));
    };
    await playScene(path, person, { stack: this.stack, personId, activityId, see });
    const outcome = await readOutcome(this.stack, personId, activityId);
    expect(withoutFullScore(outcome)).toEqual([]);
    expect(outcome.faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(findings).toEqual([]);
    await context.close();
  }

  /** Returns what is wrong with the screen. Compares its accessibility tree in French by mouse, and saves a picture. */
  async #look(person: BrowserPerson, manner: Manner, screen: string): Promise<readonly string[]> {
    const { picture, firstScreen, path } = this.#plan;
    const { language, input, width, isLow } = manner;
    if (isLow === true && screen === firstScreen) await giveFrame(person.page, frameSize);
    const findings = (await findViolations(person.page)).map((line) => `${screen} ${line}`);
    const overflow = await person.sidewaysOverflow();
    if (overflow > 0) findings.push(`${screen} is ${String(overflow)} px wider than its window`);
    if (isLow === true || input === 'touch') findings.push(...(await listOutOfSight(person, screen)));
    await takePicture(person.page, `${picture}-${screen}`, `${language}-${String(width)}`);
    if (input === 'mouse' && language === 'fr') {
      const tree = await person.frame.locator('.screen[role="region"]').ariaSnapshot();
      const golden = resolve(
        import.meta.dirname,
        `../golden/accessibility/${path.scenario}-${screen}-fr.txt`,
      );
      await expect(`${tree}\n`).toMatchFileSnapshot(golden);
    }
    return findings;
  }

  async #start(): Promise<void> {
    const { scenario } = this.#plan.path;
    this.#folder = await ContentFolder.create();
    await this.#folder.keepOneVariant(scenario);
    await this.#folder.measure(scenario);
    this.#stack = await startStack({ forBrowser: true, env: { CONTENT_DIR: this.#folder.directory } });
    this.#browser = await launchBrowser('partitioned');
  }

  async #close(): Promise<void> {
    await this.#browser?.close();
    await this.#stack?.close();
    await this.#folder?.remove();
  }
}

/** What is cut, covered or out of sight on a screen of a scene, or moved by itself, and whether the app has too little of the frame. */
async function listOutOfSight({ page }: BrowserPerson, screen: string): Promise<readonly string[]> {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the page has no frame of the tool');
  const { faults, appShare } = await lookAt(frame);
  const moved = await takeShifts(frame);
  const lines = [...faults, ...moved].map((fault) => `${screen}: ${fault}`);
  if (appShare === null || appShare >= leastShareOfApp) return lines;
  return [...lines, `${screen}: the app has ${String(Math.round(100 * appShare))} % of the frame`];
}
