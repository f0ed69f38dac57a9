/** Changes the server's responses on their way to the page, for states that would take hours to play. */
import type { Page } from 'playwright-core';
import { toLoopback } from '../../server/cli/demo-players/launch.ts';

/** Node may not resolve *.localhost, so it asks loopback. */
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
