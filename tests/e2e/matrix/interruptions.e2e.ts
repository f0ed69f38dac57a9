import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { launchBrowser } from '../../support/browser.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** Opens the introduction. */
async function openIntroduction(personId: number, language: 'fr' | 'en' = 'fr'): Promise<BrowserPlayer> {
  const player = new BrowserPlayer(await context.newPage(), language, 'mouse');
  await player.launch(stack, personId);
  await player.acceptNotice();
  await player.button('introduction.next').waitFor();
  return player;
}

/** Opens an answer in the inbox. */
async function openAnswer(personId: number, language: 'fr' | 'en' = 'fr'): Promise<BrowserPlayer> {
  const player = await openIntroduction(personId, language);
  await player.hearIntroduction();
  await player.openQuestion();
  await player.press(player.button('action.reply'));
  return player;
}

/** Presses as assistive technologies do: without pointer or focus. */
async function pressWithoutPointer(target: Locator): Promise<void> {
  await target.dispatchEvent('click');
}

async function hasFocus(target: Locator, player: BrowserPlayer): Promise<void> {
  await target.and(player.frame.locator(':focus')).waitFor();
}

describe('the last words', () => {
  it.each([
    ['with signs of every kind', ' Bonjour Nadia, à 17 h. Merci! 😀 <b>oui</b> مرحبا', 4],
    ['as long as a message may be', 'Mots. '.repeat(330), 5],
  ])(
    'written %s are kept when « Quitter » is pressed at once, without a pointer',
    async (_how, text, personId) => {
      const player = await openAnswer(personId);
      await player.textBox.focus();
      await player.page.keyboard.insertText(text);
      await pressWithoutPointer(player.button('bar.quit'));
      await player.frame.getByRole('heading', { name: player.word('goodbye.title') }).waitFor();
      await player.launch(stack, personId);
      await player.press(player.button('continue.go'));
      expect(await player.textBox.inputValue()).toBe(text);
      await player.page.close();
    },
  );

  it('survive the end of the session and a new launch', async () => {
    const player = await openAnswer(6);
    await player.page.route('**/api/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', status: 401, code: 'session.expired' }),
      }),
    );
    await player.write('Bonjour Nadia');
    // Leaves the box, unless the session has ended already.
    await player.page.keyboard.press('Tab');
    await player.frame.getByRole('heading', { name: player.word('ended.title') }).waitFor();
    expect(await findViolations(player.page)).toEqual([]);
    await player.page.unrouteAll({ behavior: 'wait' });
    await player.launch(stack, 6);
    await player.press(player.button('continue.go'));
    expect(await player.textBox.inputValue()).toBe('Bonjour Nadia');
    await player.page.close();
  });

  it('stay in the box when the language changes', async () => {
    const player = await openAnswer(7);
    await player.write('Bonjour Nadia');
    await player.press(player.button('bar.english'));
    expect(await player.frame.getByRole('textbox').inputValue()).toBe('Bonjour Nadia');
    await player.page.close();
  });
});

describe('a person without a connection', () => {
  it('sees that it is lost after ending the attempt, and the end is sent once it is back', async () => {
    const player = await openAnswer(8);
    await player.page.route('**/api/**', (route) => route.abort());
    await player.press(player.button('tool.pause'));
    await player.press(player.button('paused.end'));
    await player.press(player.button('confirm.end.yes'));
    await player.frame.getByText(player.word('banner.lost')).waitFor();
    await player.page.unrouteAll({ behavior: 'wait' });
    await player.frame.getByRole('heading', { name: player.word('finished.title') }).waitFor();
    await player.page.close();
  });
});

describe('a person who double-clicks or uses a screen reader', () => {
  it('skips no line on a double click, and keeps the focus from line to line', async () => {
    const player = await openIntroduction(4, 'en');
    await player.button('introduction.next').dblclick();
    await player.frame.getByText(/2 of 3/).waitFor();
    await player.button('introduction.next').press('Enter');
    await hasFocus(player.button('introduction.play'), player);
    await player.button('introduction.back').press('Enter');
    await player.button('introduction.back').press('Enter');
    await hasFocus(player.button('introduction.next'), player);
    await player.page.close();
  });

  it('finds the focus at the heading of each step of help', async () => {
    const player = await openAnswer(5, 'en');
    await player.button('tool.help').press('Enter');
    await player.frame.locator('.help .topic').first().press('Enter');
    const heading = player.frame.locator('.help h3');
    for (const key of ['help.where', 'help.how', 'help.how.yes'] as const) {
      await hasFocus(heading, player);
      expect(await findViolations(player.page)).toEqual([]);
      await player.button(key).press('Enter');
    }
    await hasFocus(heading, player);
    await player.button('help.others').press('Enter');
    await hasFocus(player.frame.getByRole('heading', { name: player.word('help.title') }), player);
    await player.page.close();
  });
});
