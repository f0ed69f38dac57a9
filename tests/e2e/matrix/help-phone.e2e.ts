/** Help on a phone: it lies above the app, and the tools stay below both. */
import { expect, it } from 'vitest';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';

const stack = setUpBrowserStack();

interface Places {
  readonly helpEnds: number;
  readonly appBegins: number;
  readonly appEnds: number;
  readonly toolsBegin: number;
  readonly toolsEnd: number;
  readonly height: number;
}

/** Runs in the page, scrolled to its end: edges in px. */
const readPlaces = `(() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const at = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [help, app, tools] = ['.help', '.app-frame', '.toolbar'].map(at);
  return {
    helpEnds: help.bottom, appBegins: app.top, appEnds: app.bottom,
    toolsBegin: tools.top, toolsEnd: tools.bottom, height: innerHeight,
  };
})()`;

it.each([
  { width: 390, height: 844, language: 'fr', personId: 4 },
  { width: 390, height: 640, language: 'en', personId: 5 },
  { width: 320, height: 640, language: 'fr', personId: 6 },
] as const)(
  'keeps help, app and tools below each other at $width × $height px',
  async ({ width, height, language, personId }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height: 900 },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const player = new BrowserPlayer(await context.newPage(), language, 'touch');
    const { page } = player;
    await player.launch(stack, personId);
    await giveFrame(page, { width, height });
    await player.acceptNotice();
    await player.hearIntroduction();
    await player.press(player.button('tool.help'));
    await player.press(player.frame.locator('.help .topic').first());
    await player.button('help.where').waitFor();
    await takePicture(page, 'help-phone', language);
    const tool = page.frame({ name: 'contentframe' });
    const places = await tool?.evaluate<Places>(readPlaces);
    await takePicture(page, 'help-phone-end', language);
    expect(places?.appBegins).toBeGreaterThanOrEqual(places?.helpEnds ?? 0);
    expect(places?.toolsBegin).toBeGreaterThanOrEqual((places?.appEnds ?? 0) - 1);
    expect(Math.round(places?.toolsEnd ?? 0)).toBe(places?.height);
    await context.close();
  },
);
