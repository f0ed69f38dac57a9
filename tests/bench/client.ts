/** What a person on a slow line and a slow machine waits for. */
import { launchBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { benchPresses } from './press-to-paint.ts';
import { benchSlowLine } from './slow-line.ts';

/** @param part `line` or `presses`; both if absent */
export async function benchClient(part?: string): Promise<void> {
  const stack = await startStack({ forBrowser: true });
  const browser = await launchBrowser('partitioned');
  try {
    if (part !== 'presses') await benchSlowLine(stack, browser);
    if (part !== 'line') await benchPresses(stack, browser);
  } finally {
    await browser.close();
    await stack.close();
  }
}
