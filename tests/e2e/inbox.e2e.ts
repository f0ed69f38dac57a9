import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPlayer } from '../support/browser-player.ts';
import { launchBrowser } from '../support/browser.ts';
import { wholeSceneVerbs, scoreOfDone } from '../support/inbox.ts';
import { readOutcome } from '../support/outcome.ts';
import { startStack, type Stack } from '../support/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

describe('the inbox scene in a frame of the course page, with third-party cookies blocked', () => {
  it('leads from launch to grade and statements, by mouse, in French', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    const player = new BrowserPlayer(page, 'fr', 'mouse');
    await player.launch(stack, 4);
    await player.button('notice.accept').waitFor();
    expect(await player.readBrowserRules()).toEqual({ plainCookies: false, storage: 'partitioned' });
    await player.play();
    const outcome = await readOutcome(stack, 4, 2);
    expect(outcome.points).toBe(scoreOfDone);
    expect(outcome.comment).toContain('NUM+ essai 1');
    expect(outcome.faults).toEqual([]);
    expect(outcome.verbs).toEqual(wholeSceneVerbs);
    expect(messages).toEqual([]);
    await context.close();
  });
});
