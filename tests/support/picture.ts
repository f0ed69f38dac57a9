/**
 * Pictures of the screens that browser tests pass through, for a person who wants to look at all of them: drawn only
 * when SCREENSHOTS=on, into a folder that git ignores. The pictures of the docs come from `npm run screenshots`.
 */
import { resolve } from 'node:path';
import type { Locator, Page, PageScreenshotOptions } from 'playwright-core';

const folder = resolve(import.meta.dirname, '../../.screenshots');

/** Draws a page or a part of one; the file is named after the screen, the window's size and the language. */
export async function takePicture(
  target: Page | Locator,
  screen: string,
  language: string,
  options: PageScreenshotOptions = {},
): Promise<void> {
  if (process.env.SCREENSHOTS !== 'on') return;
  const page = 'page' in target ? target.page() : target;
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await target.screenshot({
    ...options,
    path: resolve(folder, `${screen}-${width}x${height}-${language}.png`),
  });
}
