import { atMost, type Timers } from '../api/timers.ts';

/** For the script’s 50 kB; the font has 20. */
const slowMs = 1_000;
const patienceMs = 300;

/** Uses our font if it comes before the first screen: later it would move the page. */
export async function chooseFont(
  page: Document,
  times: Performance,
  timers: Timers,
  script: string,
): Promise<void> {
  const [fetched] = times.getEntriesByName(script, 'resource') as PerformanceResourceTiming[];
  // From its first byte: a busy server is no slow line.
  if (fetched !== undefined && fetched.responseEnd - fetched.responseStart > slowMs) return;
  let faces = 0;
  const fetching = page.fonts.load('1em "Atkinson Hyperlegible Next"').then(
    ({ length }) => {
      faces = length;
    },
    () => undefined,
  );
  if ((await atMost(timers, patienceMs, fetching)) && faces > 0) page.documentElement.dataset.font = 'own';
}
