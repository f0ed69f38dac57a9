/** What moved on a page without an act of the person, as the browser itself measures it. */
import type { Frame } from 'playwright-core';

/**
 * Runs in each page before its own scripts. Of a press or a new window size, a person expects that something moves: shifts
 * of the half second after it are left out, as by the browser's own rule. Chromium does not apply that rule to presses
 * in a frame (`hadRecentInput` stays false), so they are noted here.
 */
export const watchShifts = `(() => {
  const expectedMs = 500;
  const nameOf = (node) => {
    if (node === null) return 'what is gone';
    if (node.nodeType !== Node.ELEMENT_NODE) return '« ' + node.textContent.trim().slice(0, 30) + ' »';
    return [node.tagName.toLowerCase(), ...node.classList].join('.');
  };
  const at = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const describe = ({ startTime, value, sources }) => {
    const moved = sources.map(({ node, previousRect, currentRect }) => nameOf(node) + ' from ' + at(previousRect) + ' to ' + at(currentRect));
    return value.toFixed(4) + ' at ' + Math.round(startTime) + ' ms: ' + moved.join('; ');
  };
  const acts = [];
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'resize']) {
    addEventListener(type, () => acts.push(performance.now()), { capture: true, passive: true });
  }
  const shifts = [];
  const isUnexpected = ({ startTime }) => acts.every((act) => startTime < act || startTime > act + expectedMs);
  const keep = (entries) => shifts.push(...entries.filter(isUnexpected).map(describe));
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  globalThis.takeShifts = () => {
    keep(observer.takeRecords());
    return shifts.splice(0);
  };
  /** Code, answers, fonts and pictures have come, and movements have ended. */
  globalThis.whenStill = async () => {
    const still = () => Promise.all([
      document.fonts.ready,
      ...[...document.images].map((image) => image.decode().catch(() => undefined)),
      ...document.getAnimations().map((one) => one.finished.catch(() => undefined)),
    ]);
    const nextFrame = () => new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 500);
    });
    const endsAt = performance.now() + 3_000;
    const isOver = () => performance.now() > Math.max(0, ...acts) + expectedMs + 100;
    await Promise.race([still(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
    while (!isOver() && performance.now() < endsAt) await nextFrame();
    await nextFrame();
    await nextFrame();
  };
})()`;

/** Forgets shifts that a test made itself, e.g. by another size of the text. */
export async function dropShifts(frame: Frame): Promise<void> {
  await frame.evaluate('takeShifts()');
}

/** Shifts since the last call or since the page came, one line each. */
export async function takeShifts(frame: Frame): Promise<string[]> {
  await frame.evaluate('whenStill()');
  return frame.evaluate<string[]>('takeShifts()');
}
