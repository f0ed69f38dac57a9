import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { until } from '../../support/until.ts';

const stack = setUpBrowserStack();

/** Heights of the frame and of the page in it, in pixels, and how often the LMS resized the frame. */
interface Fit {
  readonly frame: number;
  readonly page: number;
  readonly fits: number;
}

async function measure(page: Page): Promise<Fit> {
  const element = page.locator('#contentframe');
  const inside: unknown = await page
    .frame({ name: 'contentframe' })
    ?.evaluate('document.documentElement.scrollHeight');
  const fits = await element.getAttribute('data-fits');
  return { frame: (await element.boundingBox())?.height ?? 0, page: Number(inside), fits: Number(fits ?? 0) };
}

/** Resolves once the frame is as high as its page, within the 2 px of its border. */
async function fitted(page: Page): Promise<Fit> {
  return until('the frame fits its page', async () => {
    const fit = await measure(page);
    return fit.fits > 0 && Math.abs(fit.frame - fit.page) <= 2 ? fit : undefined;
  });
}

async function openPage(width: number): Promise<{ context: BrowserContext; page: Page }> {
  const context = await stack.browser.newContext({ viewport: { width, height: width > 500 ? 900 : 844 } });
  return { context, page: await context.newPage() };
}

describe('the frame of an LMS that fits it to the page', () => {
  it.each([
    ['canvas', 4, 1280],
    ['sakai', 5, 390],
  ] as const)('follows every screen in %s, and comes to rest', async (profile, personId, width) => {
    await stack.lms.control({ command: 'setProfile', profile });
    const { context, page } = await openPage(width);
    const player = new BrowserPlayer(page, 'fr', 'mouse');
    await player.launch(stack, personId);
    await player.button('notice.accept').waitFor();
    const notice = await fitted(page);
    await player.acceptNotice();
    await player.hearIntroduction();
    await player.openQuestion();
    const scene = await fitted(page);
    expect(scene.frame).toBeGreaterThan(600);
    expect(await player.sidewaysOverflow()).toBe(0);
    await player.answer();
    await player.keepAttachment();
    await player.finishScene();
    await player.leaveScene();
    const finished = await fitted(page);
    // It gets lower again: the frame follows a page that shrinks.
    expect(finished.frame).toBeLessThan(Math.max(notice.frame, scene.frame));
    expect(notice.frame).toBeGreaterThan(400);
    // A page that reacts to its own resizing would count hundreds.
    expect(finished.fits).toBeLessThan(60);
    await context.close();
  });

  it('keeps its height when the LMS does not fit it, and gets no resize messages', async () => {
    await stack.lms.control({ command: 'setProfile', profile: 'moodle' });
    const { context, page } = await openPage(1280);
    await page.addInitScript(
      "if (top === window) { window.heard = []; addEventListener('message', (event) => window.heard.push(event.data)); }",
    );
    const player = new BrowserPlayer(page, 'fr', 'mouse');
    await player.launch(stack, 6);
    await player.acceptNotice();
    const fit = await measure(page);
    expect(fit.fits).toBe(0);
    expect(JSON.stringify(await page.evaluate('window.heard'))).not.toContain('frameResize');
    await context.close();
  });
});
