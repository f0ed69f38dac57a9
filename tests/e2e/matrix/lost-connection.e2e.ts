/** A connection that is lost while somebody works: the scene says so over the end of the app, and nothing moves. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';

const stack = setUpBrowserStack();

/** Runs in the page, therefore as text: where everything to press or read in a scene stands. */
const readPlaces = `[...document.querySelectorAll('.scene :is(h1, h2, h3, h4, li, a, button, textarea)')]
  .filter((one) => one.checkVisibility())
  .map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return [one.tagName, one.textContent.trim().slice(0, 30), ...[left, top, right, bottom].map(Math.round)].join(' ');
  })`;

interface Cover {
  readonly isInWindow: boolean;
  /** The parts of the scene's frame that it lies on. */
  readonly covers: readonly string[];
  readonly takesPresses: boolean;
  readonly height: number;
}

const theLine = `document.querySelector('.notice p')`;

/** Runs in the page. */
const readCover = `(() => {
  const line = ${theLine};
  const { left, top, right, bottom } = line.getBoundingClientRect();
  const isUnder = (selector) => [...document.querySelectorAll(selector)].some((one) => {
    const box = one.getBoundingClientRect();
    return box.left < right - 1 && box.right > left + 1 && box.top < bottom - 1 && box.bottom > top + 1;
  });
  return {
    isInWindow: top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1,
    covers: ['.bar', '.toolbar', '.app-frame header', 'nav'].filter(isUnder),
    takesPresses: line.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)),
    height: bottom - top,
  };
})()`;

/** A press on it goes to what lies under it, and shows that. */
async function clickThrough(page: Page, line: Locator): Promise<void> {
  const box = await line.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
}

it.each([
  { width: 969, height: 409, size: '100', input: 'mouse', language: 'fr', personId: 4 },
  { width: 390, height: 844, size: '100', input: 'touch', language: 'en', personId: 5 },
  { width: 320, height: 640, size: '100', input: 'touch', language: 'fr', personId: 6 },
  { width: 390, height: 844, size: '200', input: 'touch', language: 'fr', personId: 7 },
] as const)(
  'is told over the end of the app and moves nothing, at $width × $height px in size $size',
  async ({ width, height, size, input, language, personId }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height: 900 },
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
    });
    const player = new BrowserPlayer(await context.newPage(), language, input);
    const { page, frame } = player;
    await player.launch(stack, personId);
    await giveFrame(page, { width, height });
    await player.acceptNotice();
    await player.hearIntroduction();
    const tool = page.frame({ name: 'contentframe' });
    if (size === '200') await chooseTextSize(player, size);
    await player.openQuestion();
    await player.press(player.button('action.reply'));
    await player.textBox.focus();
    await player.write('Bonjour Nadia');
    await player.acknowledged();
    const places = async (): Promise<readonly string[]> => (await tool?.evaluate<string[]>(readPlaces)) ?? [];
    await player.textBox.focus();
    const before = await places();
    await page.route('**/api/**', (route) => route.abort());
    await player.write('Bonjour Nadia!');
    await player.textBox.blur();
    const line = frame.getByRole('status').locator('p', { hasText: player.word('banner.lost') });
    await line.waitFor();
    await takePicture(page, `lost-connection-${size}`, language);
    expect(await places()).toEqual(before);
    const fine = { isInWindow: true, covers: [], takesPresses: false };
    expect(await tool?.evaluate<Cover>(readCover)).toMatchObject(fine);
    if (input === 'mouse') await clickThrough(page, line);
    else await tool?.evaluate(`${theLine}.getAnimations().forEach((one) => one.finish())`);
    await expect
      .poll(() => tool?.evaluate<Cover>(readCover))
      .toMatchObject({
        isInWindow: true,
        takesPresses: false,
        height: 28,
      });
    await takePicture(page, `lost-connection-later-${size}`, language);
    expect(await line.textContent()).toBe(player.word('banner.lost'));
    await page.unrouteAll({ behavior: 'wait' });
    await line.waitFor({ state: 'hidden' });
    expect(await places()).toEqual(before);
    await context.close();
  },
);
