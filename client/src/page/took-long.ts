const longMs = 250;

/** Whether the page itself took long to answer. Its script, which is fetched next, will then take longer. */
export function tookLong(times: Pick<Performance, 'getEntriesByType'>): boolean {
  const [page] = times.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page !== undefined && page.responseStart - page.requestStart > longMs;
}
