/** What the browser itself says moved on a page without a person's act. */
import type { Frame } from 'playwright-core';

/** Runs in each page before its own scripts. */
export const watchShifts = `(() => {
  const shifts = [];
  globalThis.numplusShifts = shifts;
  const name = (node) => node === null ? '(gone)' : node.nodeType === 1
    ? node.tagName.toLowerCase() + '.' + [...node.classList].join('.')
    : '#text ' + node.textContent.slice(0, 30);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node, previousRect, currentRect }) =>
        name(node) + ' ' + [previousRect.x - currentRect.x, previousRect.y - currentRect.y,
          previousRect.width, currentRect.width].map(Math.round).join('/'));
      shifts.push(Math.round(entry.startTime) + ' ms ' + entry.value.toFixed(4) + ': ' + moved.join('; '));
    }
  }).observe({ type: 'layout-shift', buffered: true });
})()`;

/** Shifts since the last call, one line each. */
export async function takeShifts(frame: Frame): Promise<string[]> {
  // Entries come after the frame in which something moved.
  const found: unknown = await frame.evaluate(
    `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
      resolve(globalThis.numplusShifts.splice(0));
    })))`,
  );
  return found as string[];
}
