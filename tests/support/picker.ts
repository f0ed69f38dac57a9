/** The page on which a teacher chooses the activity that the course gets. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { selectEn } from '../../client/src/i18n/catalogues/select.en.ts';
import { selectFr } from '../../client/src/i18n/catalogues/select.fr.ts';
import { actAs } from './browser-person.ts';
import type { OpenStack } from './stack.ts';

const words = { fr: selectFr, en: selectEn };
const courses = { fr: 2, en: 3 } as const;
const teacherId = 3;

/** In a browser context of its own, which the caller closes. */
export async function openPicker(
  { stack, browser }: { readonly stack: OpenStack; readonly browser: Browser },
  language: 'fr' | 'en',
  viewport = { width: 1280, height: 900 },
): Promise<{ page: Page; frame: FrameLocator }> {
  const course = courses[language];
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  await actAs(context, stack, teacherId);
  const page = await context.newPage();
  await page.goto(`${stack.lms.publicUrl}/course/${course}`);
  await page.locator(`a[href="/course/${course}/select"]`).click();
  const frame = page.frameLocator('#contentframe');
  await frame.getByRole('heading', { name: words[language]['title.first'] }).waitFor();
  return { page, frame };
}
