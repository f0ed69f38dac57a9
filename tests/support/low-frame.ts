/** The frame that Moodle gives on a common laptop, and frames of other sizes. */
import type { Page } from 'playwright-core';

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

export const frameSize = { width: 969, height: 409 };

/** Runs in the page, therefore as text. */
const redrawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** Gives the frame of a course page this size: the rest of the window is the course's own page. */
export async function giveFrame(page: Page, { width, height }: FrameSize = frameSize): Promise<void> {
  const before = page.viewportSize();
  // The course's own bars are higher in a narrow window.
  if (before !== null && before.width !== width) await page.setViewportSize({ ...before, width });
  const given = await page.locator('#contentframe').boundingBox();
  const around = (page.viewportSize()?.height ?? 0) - (given?.height ?? 0);
  await page.setViewportSize({ width, height: height + Math.round(around) });
  // Chromium draws no frame that it takes for out of view, and looks again only when it draws the page around it.
  await page.evaluate(redrawn);
}
