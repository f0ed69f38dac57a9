/**
 * What the main thread does in the listeners of each click, with the style and layout that they force: milliseconds of its own time at
 * full speed, from a trace. What else the machine does weighs less on it than on the time until the paint.
 */
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import type { Stack } from '../support/stack.ts';
import { playEveryScene } from './every-scene.ts';

const shownClicks = 3;

const Trace = z.object({ traceEvents: z.array(z.unknown()) });
const Click = z.object({
  name: z.literal('EventDispatch'),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds of the thread's own time. */
  tdur: z.number(),
  args: z.object({ data: z.object({ type: z.literal('click') }) }),
});

/** Prints for each scene the sum of its clicks and the slowest ones. Compare the smallest of several runs. */
export async function benchWork(stack: Stack, browser: Browser): Promise<void> {
  await playEveryScene(stack, browser, {
    scene: async (name, page, play) => {
      await browser.startTracing(page, { categories: ['devtools.timeline'] });
      await play();
      const clicks = workOfClicks(await browser.stopTracing());
      const sum = clicks.reduce((total, ms) => total + ms, 0);
      const slowest = clicks.toSorted((left, right) => right - left).slice(0, shownClicks);
      const shown = slowest.map((ms) => ms.toFixed(1)).join(', ');
      process.stdout.write(
        `${name}: work of ${clicks.length} clicks ${sum.toFixed(0)} ms, slowest ${shown} ms\n`,
      );
    },
  });
}

/** In milliseconds. A trace also holds the driver's own page; the page that is played has the most clicks. */
function workOfClicks(trace: Buffer): number[] {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const threads = new Map<string, number[]>();
  for (const event of traceEvents) {
    const { data: click } = Click.safeParse(event);
    if (click === undefined) continue;
    const thread = `${click.pid} ${click.tid}`;
    threads.set(thread, [...(threads.get(thread) ?? []), click.tdur / 1000]);
  }
  const [played = []] = [...threads.values()].toSorted((left, right) => right.length - left.length);
  return played;
}
