/** The server's own answer, changed on its way to the page: states that would take hours to play. */
import type { Page } from 'playwright-core';
import { toLoopback } from './loopback.ts';

/** Names below localhost are the browser's alone: Node asks loopback. */
export async function rewriteAnswers<Answer>(
  page: Page,
  path: string,
  change: (answer: Answer) => Answer,
): Promise<void> {
  await page.route(path, async (route) => {
    const { authorization = '' } = await route.request().allHeaders();
    const response = await fetch(toLoopback(route.request().url()), { headers: { authorization } });
    await route.fulfill({ status: response.status, json: change((await response.json()) as Answer) });
  });
}
