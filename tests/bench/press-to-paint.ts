/**
 * From a press to the paint after it (Event Timing), on a slow device: on a bare page and in every scene. A fixed slowdown would make
 * another device of every machine, and of a busy one: it is chosen anew before each scene, so that the same work takes as long.
 */
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import type { Stack } from '../support/stack.ts';
import { frameOf, laptop, playEveryScene, pressAsPeopleDo, type Watch } from './every-scene.ts';

/**
 * What the fixed work takes on the device, in ms: four times as long as on a quiet machine whose benchmark index, as Chromium's
 * developer tools measure it, is 2700. They count 1000 for a mid-tier phone and 264 for a low-tier one; this device has about 670.
 */
const deviceMs = 20;
const barePresses = 20;
const shownPresses = 6;
const rounds = 3;
const fixedRounds = 20;

/**
 * Runs in the page, hence a text: builds, lays out and removes the same elements. How long that takes says how fast the machine is just
 * then; a bare page, whose presses do nothing, does not.
 */
const fixedWork = `(() => {
  const began = performance.now();
  const place = document.createElement('div');
  for (let row = 0; row < 400; row += 1) {
    const line = document.createElement('p');
    line.append(document.createElement('b'), 'row ' + row);
    place.append(line);
  }
  document.body.append(place);
  place.getBoundingClientRect();
  place.remove();
  return performance.now() - began;
})()`;

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

interface Played {
  readonly parts: Presses[];
  /** How much the processor was slowed, and how long the fixed work took after the scene: one line for each time. */
  readonly devices: string[];
}

/**
 * Plays all scenes three times, as many have too few presses for a percentile. Prints for each scene, and for the screens around them,
 * the median, the 95th percentile and the slowest presses of all times, and how long the fixed work took after each: if the machine has
 * become faster or slower meanwhile, the scene was played on another device.
 */
export async function benchPresses(stack: Stack, browser: Browser): Promise<void> {
  const bare = await browser.newPage({ viewport: laptop });
  await new SlowDevice(await bare.context().newCDPSession(bare)).adjust(bare.mainFrame());
  print('bare page', [await pressBarePage(bare)]);
  await bare.close();
  const around: Presses[] = [];
  const scenes = new Map<string, Played>();
  for (let round = 0; round < rounds; round += 1) {
    await playEveryScene(stack, browser, watchRound(around, scenes), round);
  }
  for (const [name, { parts, devices }] of scenes) {
    print(name, parts);
    process.stdout.write(devices.join(''));
  }
  print('between the scenes', around);
}

function watchRound(around: Presses[], scenes: Map<string, Played>): Watch {
  let device: SlowDevice | undefined;
  return {
    open: async (page) => {
      device = new SlowDevice(await page.context().newCDPSession(page));
      await frameOf(page).evaluate(watchPresses);
    },
    scene: async (name, page, play) => {
      const frame = frameOf(page);
      around.push(await takePresses(frame));
      const slowdown = await device?.adjust(frame);
      await play();
      const played = scenes.get(name) ?? { parts: [], devices: [] };
      scenes.set(name, played);
      played.parts.push(await takePresses(frame));
      const after = await timeFixedWork(frame);
      played.devices.push(
        `  slowed ${slowdown?.toFixed(1) ?? 1} ×; fixed work afterwards ${after.toFixed(0)} ms of ${deviceMs}\n`,
      );
    },
    close: async (page) => {
      around.push(await takePresses(frameOf(page)));
    },
  };
}

class SlowDevice {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** Returns by how much the processor is slowed: at least 1. */
  async adjust(frame: Frame): Promise<number> {
    await this.#slowDown(1);
    // The first rounds warm up.
    await timeFixedWork(frame);
    const rate = Math.max(1, deviceMs / (await timeFixedWork(frame)));
    await this.#slowDown(rate);
    return rate;
  }

  async #slowDown(rate: number): Promise<void> {
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate });
  }
}

/** Returns the first quartile, in ms: what else the machine does must not make the device faster. */
async function timeFixedWork(frame: Frame): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < fixedRounds; round += 1) times.push(await frame.evaluate<number>(fixedWork));
  return times.toSorted((left, right) => left - right)[Math.floor(fixedRounds / 4)] ?? deviceMs;
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

/** A press without a time was painted within 16 ms and counts as 16. */
function print(where: string, parts: readonly Presses[]): void {
  const slowest = parts.flatMap(({ presses }) => presses).toSorted((left, right) => right.ms - left.ms);
  const count = Math.max(
    slowest.length,
    parts.reduce((sum, { all }) => sum + all, 0),
  );
  const at = (part: number): number => slowest[Math.floor((count - 1) * (1 - part))]?.ms ?? 16;
  process.stdout.write(
    `${where}: press to paint on a slow device: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms, ${count} presses\n`,
  );
  for (const { ms, waited, worked, what } of slowest.slice(0, shownPresses)) {
    process.stdout.write(`  ${ms} ms (waited ${waited}, worked ${worked})  ${what}\n`);
  }
}
