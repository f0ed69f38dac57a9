/** What axe finds on a page or in the tool's frame. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** The package for Playwright collects results of all frames through the driver, which takes four times as long. */
const axePackage = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(axePackage.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Violations inside the tool's frame, one line each; the course page around it is another product's. */
export async function findViolations(page: Page): Promise<string[]> {
  const element = await page.locator('#contentframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the page has no frame of the tool');
  return analyze(frame, "{ include: [['body']] }");
}

/** Violations on a page of ours that stands by itself. */
export function findPageViolations(page: Page): Promise<string[]> {
  return analyze(page.mainFrame(), 'document');
}

/** @param context what axe looks at, as JavaScript */
async function analyze(frame: Frame, context: string): Promise<string[]> {
  const isThere = await frame.evaluate('typeof axe !== "undefined"');
  if (isThere !== true) await frame.evaluate(`${source};0`);
  const found: unknown = await frame.evaluate(
    `axe.run(${context}, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return (found as readonly Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}
