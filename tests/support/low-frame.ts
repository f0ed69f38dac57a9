/** The frame that Moodle gives on a common laptop. */
import type { Page } from 'playwright-core';

export const frameSize = { width: 969, height: 409 };

/** Gives the frame of a course page this size: the rest of the window is the course's own page. */
export async function giveFrame(page: Page, { width, height } = frameSize): Promise<void> {
  const given = await page.locator('#contentframe').boundingBox();
  const around = (page.viewportSize()?.height ?? 0) - (given?.height ?? 0);
  await page.setViewportSize({ width, height: height + Math.round(around) });
}
