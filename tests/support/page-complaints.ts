/** What a page and its frames complain about in the browser's console. */
import type { Page } from 'playwright-core';

/** Errors and warnings from now on; the list grows while the page is used. */
export function listComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
