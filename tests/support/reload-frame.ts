import type { Page } from 'playwright-core';

/** Reloads the tool's page inside the course; resolves once the old page is gone. */
export async function reloadFrame(page: Page): Promise<void> {
  // The old page shows all that a test may wait for next, so it is marked.
  await page
    .frame({ name: 'contentframe' })
    ?.evaluate("document.documentElement.dataset.before = ''; location.reload()");
  const fresh = page.frameLocator('#contentframe').locator('html:not([data-before])');
  await fresh.waitFor({ state: 'attached' });
}
