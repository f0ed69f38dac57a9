/** What axe finds on a page and in its frames. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Violations inside the tool's frame, one line each; the course page around it is another product's. */
export async function findViolations(page: Page): Promise<string[]> {
  return analyze(new AxeBuilder({ page }).include({ fromFrames: ['#contentframe', 'body'] }));
}

/** Violations on a page of ours that stands by itself. */
export async function findPageViolations(page: Page): Promise<string[]> {
  return analyze(new AxeBuilder({ page }));
}

async function analyze(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
