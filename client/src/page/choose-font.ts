/** For the script’s 50 kB; the font has 20. */
const slowMs = 1_000;

/** Fetches the font before the first screen. On a slow line the device's own stays. */
export function chooseFont(page: Document, times: Performance, script: string, font: string): void {
  const [fetched] = times.getEntriesByName(script, 'resource') as PerformanceResourceTiming[];
  // From its first byte: a busy server is no slow line.
  if (fetched !== undefined && fetched.responseEnd - fetched.responseStart > slowMs) {
    page.documentElement.dataset.font = 'device';
    return;
  }
  const link = page.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href: font });
  page.head.append(link);
}
