/** From a press to the paint after it (Event Timing), on a slowed processor: on a bare page and in every scene. */
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { addSceneActivity, type ScenePath } from '../support/scene-paths/scene-path.ts';
import { pathsByThemselves, scenePaths } from '../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../support/scene-week.ts';
import type { Stack } from '../support/stack.ts';
import { WeekPerson } from '../support/week-person.ts';

const slowdown = 4;
const viewport = { width: 1280, height: 800 };
const barePresses = 20;
const shownPresses = 6;
/** Of somebody who types fast. Without a pause, browsers paint only after the last key. */
const betweenKeysMs = 80;
/** Of somebody who presses a button. Without a pause, pressing and letting go are painted together. */
const heldMs = 80;

/**
 * Runs in the page, hence a text. A press is one interaction: of its events, the slowest counts. `takePresses` returns the
 * presses since the last call; `all` counts also those painted within 16 ms, of which browsers give no time.
 */
const watchPresses = `(() => {
  const names = ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'];
  const described = new Map();
  for (const name of names) {
    addEventListener(name, ({ timeStamp, target, key }) => {
      const control = target?.closest?.('[data-help], button, input, textarea, [role]') ?? target;
      const words = control?.dataset?.help ?? control?.getAttribute?.('aria-label') ?? control?.textContent ?? '';
      described.set(timeStamp, [name, key, words.trim().replace(/\\s+/g, ' ').slice(0, 40)].filter(Boolean).join(' '));
    }, { capture: true, passive: true });
  }
  const slow = new Map();
  const note = (entries) => {
    for (const { name, interactionId, startTime, processingStart, processingEnd, duration } of entries) {
      if (interactionId === 0) continue;
      const [waited, worked] = [processingStart - startTime, processingEnd - processingStart];
      const known = slow.get(interactionId) ?? { ms: 0, waited, worked: 0, what: '' };
      const what = duration > known.ms ? described.get(startTime) ?? name : known.what;
      slow.set(interactionId, { ms: Math.max(known.ms, duration), waited: known.waited, worked: known.worked + worked, what });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: 16 });
  let before = performance.interactionCount;
  globalThis.takePresses = () => {
    note(observer.takeRecords());
    const all = performance.interactionCount - before;
    before = performance.interactionCount;
    const presses = [...slow.values()].map((press) => ({ ...press, waited: Math.round(press.waited), worked: Math.round(press.worked) }));
    slow.clear();
    described.clear();
    return { all, presses };
  };
})()`;

const barePage = `<!doctype html><meta charset="utf-8"><title>bare</title><button>0</button><script>
  document.querySelector('button').onclick = ({ target }) => { target.textContent = Number(target.textContent) + 1; };
</script>`;

interface Press {
  readonly ms: number;
  /** Until the page's first listener began, and what all its listeners took, with the layout that they forced. The rest is layout and paint. */
  readonly waited: number;
  readonly worked: number;
  readonly what: string;
}

interface Presses {
  readonly all: number;
  readonly presses: readonly Press[];
}

/** As people press. Forced: otherwise a listener of the driver's, which checks what the press would hit, is timed with the page's. */
async function pressAsPeopleDo(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await target.click({ force: true, delay: heldMs });
}

class TimedPerson extends WeekPerson {
  override async press(target: Locator): Promise<void> {
    await pressAsPeopleDo(target);
  }
}

/** Prints for each scene, and for the screens around them, the median, the 95th percentile and the slowest presses. */
export async function benchPresses(stack: Stack, browser: Browser): Promise<void> {
  const week = await SceneWeek.start(stack, browser, {
    scenarios: scenePaths.map(({ scenario }) => scenario),
    language: 'fr',
    input: 'mouse',
    personId: 6,
    activityId: 1001,
    context: { viewport },
    Person: TimedPerson,
  });
  const bare = await browser.newPage({ viewport });
  await slowDown(bare);
  print('bare page', [await pressBarePage(bare)]);
  await bare.close();
  const { page } = week.person;
  typeAsPeopleDo(page);
  await slowDown(page);
  const frame = frameOf(page);
  await frame.evaluate(watchPresses);
  const around: Presses[] = [];
  for (const path of scenePaths) {
    await week.enter(path.scenario);
    around.push(await takePresses(frame));
    await path.play(week.person, () => Promise.resolve());
    print(path.scenario, [await takePresses(frame)]);
    await week.person.finishScene();
    await week.person.backToMap();
  }
  around.push(await takePresses(frame));
  print('between the scenes', around);
  await week.close();
  for (const [index, path] of pathsByThemselves.entries()) await pressScene(path, index, { stack, browser });
}

/** A scene of no week, in an activity of its own. */
async function pressScene(
  path: ScenePath,
  index: number,
  { stack, browser }: { readonly stack: Stack; readonly browser: Browser },
): Promise<void> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const activityId = await addSceneActivity(stack, path.scenario, { id: 1011 + index, language: 'fr' });
  const person = new TimedPerson(page, 'fr', 'mouse');
  await person.launch(stack, 4, activityId);
  await person.acceptNotice();
  await person.hearIntroduction();
  typeAsPeopleDo(page);
  await slowDown(page);
  const frame = frameOf(page);
  await frame.evaluate(watchPresses);
  await path.play(person, () => Promise.resolve());
  print(path.scenario, [await takePresses(frame)]);
  await context.close();
}

function typeAsPeopleDo({ keyboard }: Page): void {
  const type = keyboard.type.bind(keyboard);
  keyboard.type = (text) => type(text, { delay: betweenKeysMs });
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

async function pressBarePage(page: Page): Promise<Presses> {
  await page.setContent(barePage);
  await page.evaluate(watchPresses);
  for (let press = 0; press < barePresses; press += 1) await pressAsPeopleDo(page.getByRole('button'));
  return takePresses(page.mainFrame());
}

/** After two more frames, so that the last press was painted and counted. */
async function takePresses(frame: Frame): Promise<Presses> {
  return frame.evaluate<Presses>(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(takePresses()), 100))))',
  );
}

function frameOf(page: Page): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the course page has no frame');
  return frame;
}

/** A press without a time was painted within 16 ms and counts as 16. */
function print(where: string, parts: readonly Presses[]): void {
  const slowest = parts.flatMap(({ presses }) => presses).toSorted((left, right) => right.ms - left.ms);
  const count = Math.max(
    slowest.length,
    parts.reduce((sum, { all }) => sum + all, 0),
  );
  const at = (part: number): number => slowest[Math.floor((count - 1) * (1 - part))]?.ms ?? 16;
  process.stdout.write(
    `${where}: press to paint, processor slowed ${slowdown} ×: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms, ${count} presses\n`,
  );
  for (const { ms, waited, worked, what } of slowest.slice(0, shownPresses)) {
    process.stdout.write(`  ${ms} ms (waited ${waited}, worked ${worked})  ${what}\n`);
  }
}
