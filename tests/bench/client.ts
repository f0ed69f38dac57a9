/** What a person on a slow line and a slow machine waits for. */
import { launchBrowser } from '../support/browser.ts';
import { openDisplay } from '../support/display.ts';
import { startStack } from '../support/stack.ts';
import { benchPresses } from './press-to-paint.ts';
import { benchWork } from './press-work.ts';
import { benchSlowLine } from './slow-line.ts';

/**
 * In a window on a virtual display, if the machine has one. Without a window, Chromium may leave out the frame that shows a
 * button as pressed: the press then counts until it is let go.
 * @param part `line`, `presses` or `work`; the first two if absent
 */
export async function benchClient(part?: string): Promise<void> {
  const stack = await startStack({ forBrowser: true });
  const display = await openDisplay();
  if (display === null) process.stdout.write('no virtual display (Xvfb, xdotool): without a window\n');
  const browser = await launchBrowser('partitioned', undefined, display?.name);
  try {
    if (part === 'work') await benchWork(stack, browser);
    if (part === undefined || part === 'line') await benchSlowLine(stack, browser);
    if (part === undefined || part === 'presses') await benchPresses(stack, browser);
  } finally {
    await browser.close();
    await display?.close();
    await stack.close();
  }
}
