/**
 * How soon the page answers a person on a slow machine: Chromium with its processor slowed down four times, from a
 * click to the next paint (Event Timing), in the inbox scene and on a bare page with one button, in one run. Also what
 * the first screen brings, and when it can be read.
 */
import type { CDPSession, Frame, Page } from 'playwright-core';
import { BrowserPerson } from '../support/browser-person.ts';
import { launchBrowser } from '../support/browser.ts';
import { inboxPath } from '../support/scene-paths/inbox-path.ts';
import { startStack, type Stack } from '../support/stack.ts';

const slowdown = 4;
const rounds = 5;

/** Runs in the page, hence a text: keeps the time from each press to the paint after it, in milliseconds. */
const watchPresses = `
  globalThis.presses = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'click' || name === 'keydown') globalThis.presses.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

const barePage = `<!doctype html><meta charset="utf-8"><title>bare</title><button>0</button><script>
  document.querySelector('button').onclick = ({ target }) => { target.textContent = Number(target.textContent) + 1; };
</script>`;

/** Prints the medians, the worst, and how they compare with the bare page. */
export async function benchClient(): Promise<void> {
  const stack = await startStack({ forBrowser: true });
  const browser = await launchBrowser('throws');
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(watchPresses);
    const page = await context.newPage();
    await slowDown(page);
    const bare = await pressBarePage(page);
    const first = await loadFirstScreen(stack, page);
    const person = new BrowserPerson(page, 'fr', 'mouse');
    await person.acceptNotice();
    await person.hearIntroduction();
    await inboxPath.play(person, () => Promise.resolve());
    const scene = await readPresses(getFrame(page));
    print('bare page, click to paint', bare, bare);
    print('inbox scene, press to paint', scene, bare);
    process.stdout.write(
      `first screen: ${first.kilobytes.toFixed(1)} kB of script over the wire, readable after ${first.readableMs.toFixed(0)} ms\n`,
    );
  } finally {
    await browser.close();
    await stack.close();
  }
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}

async function pressBarePage(page: Page): Promise<number[]> {
  await page.setContent(barePage);
  await page.evaluate(watchPresses);
  for (let press = 0; press < rounds * 4; press += 1) await page.getByRole('button').click();
  return readPresses(page.mainFrame());
}

/** Browsers report no press painted within 16 ms: these count as 16. */
async function readPresses(frame: Frame): Promise<number[]> {
  const found: unknown = await frame.evaluate('globalThis.presses');
  const presses = Array.isArray(found) ? found.map(Number) : [];
  return presses.length === 0 ? [16] : presses;
}

async function loadFirstScreen(
  stack: Stack,
  page: Page,
): Promise<{ readonly kilobytes: number; readonly readableMs: number }> {
  const startedAt = performance.now();
  const person = new BrowserPerson(page, 'fr', 'mouse');
  await person.launch(stack, 4);
  await person.shellButton('notice.accept').waitFor();
  const readableMs = performance.now() - startedAt;
  const bytes: unknown = await getFrame(page).evaluate(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );
  return { kilobytes: Number(bytes) / 1000, readableMs };
}

function getFrame(page: Page): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the course page has no frame');
  return frame;
}

function print(what: string, presses: readonly number[], bare: readonly number[]): void {
  const sorted = [...presses].sort((left, right) => left - right);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  const bareMedian = [...bare].sort((left, right) => left - right)[Math.floor((bare.length - 1) / 2)] ?? 1;
  const ratio = (at(0.5) / bareMedian).toFixed(2);
  process.stdout.write(
    `${what}: median ${at(0.5)} ms (${ratio} × bare), p95 ${at(0.95)} ms, worst ${at(1)} ms, ${sorted.length} presses, processor slowed ${slowdown} ×\n`,
  );
}
