/** The tool's page inside the course, loaded once more. */
import type { Page } from 'playwright-core';

/** As « Actualiser le cadre » does; resolves once the page that was there is gone. */
export async function reloadFrame(page: Page): Promise<void> {
  // It still shows all that a test may wait for next, until the new one comes: so it is marked.
  await page
    .frame({ name: 'contentframe' })
    ?.evaluate("document.documentElement.dataset.before = ''; location.reload()");
  const fresh = page.frameLocator('#contentframe').locator('html:not([data-before])');
  await fresh.waitFor({ state: 'attached' });
}
