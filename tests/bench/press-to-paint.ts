/** From a press to the paint after it (Event Timing), on a slowed processor: on a bare page and in every scene. */
import type { Browser, Frame, Page } from 'playwright-core';
import { scenePaths } from '../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../support/scene-week.ts';
import type { Stack } from '../support/stack.ts';

const slowdown = 4;
const barePresses = 20;

/** Runs in the page, hence a text: keeps the time from each press to the paint after it, in milliseconds. */
const watchPresses = `
  globalThis.presses = [];
  globalThis.pressWatch ??= new PerformanceObserver((list) => {
    for (const { name, duration, target } of list.getEntries()) {
      if (name !== 'click' && name !== 'keydown') continue;
      const what = target?.closest?.('[data-help], button, input, textarea') ?? target;
      globalThis.presses.push({ ms: duration, what: [name, what?.dataset?.help ?? what?.textContent?.trim().slice(0, 40)].join(' ') });
    }
  });
  globalThis.pressWatch.observe({ type: 'event', durationThreshold: 16 });
`;

const barePage = `<!doctype html><meta charset="utf-8"><title>bare</title><button>0</button><script>
  document.querySelector('button').onclick = ({ target }) => { target.textContent = Number(target.textContent) + 1; };
</script>`;

interface Press {
  readonly ms: number;
  readonly what: string;
}

/** Prints for each scene the median, the 95th percentile and the slowest presses. */
export async function benchPresses(stack: Stack, browser: Browser): Promise<void> {
  const viewport = { width: 1280, height: 800 };
  const week = await SceneWeek.start(stack, browser, {
    scenarios: scenePaths.map(({ scenario }) => scenario),
    language: 'fr',
    input: 'mouse',
    personId: 6,
    activityId: 1001,
    context: { viewport },
  });
  const bare = await browser.newPage({ viewport });
  await slowDown(bare);
  print('bare page', await pressBarePage(bare));
  await bare.close();
  const { page } = week.person;
  await slowDown(page);
  const frame = frameOf(page);
  for (const path of scenePaths) {
    await week.enter(path.scenario);
    await frame.evaluate(watchPresses);
    await path.play(week.person, () => Promise.resolve());
    print(path.scenario, await readPresses(frame));
    await week.person.finishScene();
    await week.person.backToMap();
  }
  await week.close();
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

async function pressBarePage(page: Page): Promise<readonly Press[]> {
  await page.setContent(barePage);
  await page.evaluate(watchPresses);
  for (let press = 0; press < barePresses; press += 1) await page.getByRole('button').click();
  return readPresses(page.mainFrame());
}

async function readPresses(frame: Frame): Promise<readonly Press[]> {
  return frame.evaluate<Press[]>('globalThis.presses');
}

function frameOf(page: Page): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the course page has no frame');
  return frame;
}

/** Browsers report no press painted within 16 ms: these count as 16. */
function print(where: string, presses: readonly Press[]): void {
  const slowest = presses.toSorted((left, right) => right.ms - left.ms);
  const at = (part: number): number => slowest[Math.floor((slowest.length - 1) * (1 - part))]?.ms ?? 16;
  process.stdout.write(
    `${where}: press to paint, processor slowed ${slowdown} ×: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${slowest.length} presses\n`,
  );
  for (const { ms, what } of slowest.slice(0, 3)) process.stdout.write(`  ${ms} ms  ${what}\n`);
}
