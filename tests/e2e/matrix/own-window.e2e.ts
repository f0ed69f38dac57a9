/** « Ouvrir en grand » in the frame that Moodle gives on a common laptop, in a browser that blocks third-party cookies. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { launchBrowser } from '../../support/browser.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { reloadFrame } from '../../support/reload-frame.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let player: BrowserPlayer;
let nextPerson = 4;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { ...frameSize, height: 800 }, reducedMotion: 'reduce' });
  player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
  await player.launch(stack, nextPerson);
  nextPerson += 1;
  await giveFrame(player.page);
});
afterEach(() => context.close());

const heading = (place: Pick<Page, 'getByRole'>, key: keyof typeof shellFr): Locator =>
  place.getByRole('heading', { name: shellFr[key], exact: true });
const button = (place: Pick<Page, 'getByRole'>, key: keyof typeof shellFr): Locator =>
  place.getByRole('button', { name: shellFr[key], exact: true });

const openedMessage = (place: Pick<Page, 'getByRole'>): Locator =>
  place.getByRole('button', { name: mailFr['action.reply'], exact: true });
const answer = (place: Pick<Page, 'getByRole'>): Locator =>
  place.getByRole('button', { name: mailFr['action.send'], exact: true });

/** Opens « Plus » and presses. */
async function openFromMore(): Promise<void> {
  await player.press(player.shellButton('tool.more'));
  await player.press(player.frame.getByRole('menuitem', { name: shellFr['window.open'] }));
}

/** To an opened message: a scene without an action would begin with its introduction again. */
async function playToMessage(): Promise<void> {
  await player.acceptNotice();
  await player.hearIntroduction();
  await player.openQuestion();
  await openedMessage(player.frame).waitFor();
}

describe('a window of its own', () => {
  it('is the first button of the notice, and goes on from there over reloads', async () => {
    const first = player.frame.locator('.actions button').first();
    await first.waitFor();
    expect(await first.innerText()).toBe(shellFr['window.open']);
    expect(await findViolations(player.page)).toEqual([]);
    await takePicture(player.page, 'low-notice', 'fr');
    const opens = context.waitForEvent('page');
    await first.dblclick();
    const window = await opens;
    await button(window, 'notice.accept').click();
    await button(window, 'welcome.go').click();
    const inside = button(window, 'introduction.next');
    await inside.waitFor();
    await window.reload();
    await inside.waitFor();
    await player.page.bringToFront();
    await heading(player.frame, 'elsewhere.title').waitFor();
    await takePicture(player.page, 'low-elsewhere', 'fr');
    await reloadFrame(player.page);
    // A fresh page finds the attempt, whose writer is the window.
    await heading(player.frame, 'elsewhere.title').waitFor();
    expect(await findViolations(player.page)).toEqual([]);
    expect(context.pages()).toHaveLength(2);
    await button(player.frame, 'elsewhere.back').click();
    await player.shellButton('introduction.next').waitFor();
  });

  it('takes a scene along, and brings back what was done in it', async () => {
    await playToMessage();
    const opens = context.waitForEvent('page');
    await openFromMore();
    const window = await opens;
    await openedMessage(window).click();
    await answer(window).waitFor();
    await player.page.bringToFront();
    const closes = window.waitForEvent('close');
    await button(player.frame, 'elsewhere.back').click();
    await closes;
    await answer(player.frame).waitFor();
  });

  it('says that it was closed, and what was done in it is there', async () => {
    await playToMessage();
    const opens = context.waitForEvent('page');
    await openFromMore();
    const window = await opens;
    await openedMessage(window).click();
    await answer(window).waitFor();
    await window.close();
    await player.page.bringToFront();
    await heading(player.frame, 'elsewhere.closed.title').waitFor();
    await takePicture(player.page, 'low-closed', 'fr');
    await button(player.frame, 'continue.go').click();
    await answer(player.frame).waitFor();
  });

  it('ends the game in the frame too when somebody leaves in it, and the frame says so', async () => {
    await playToMessage();
    const opens = context.waitForEvent('page');
    await openFromMore();
    const window = await opens;
    await openedMessage(window).waitFor();
    // The server alone ends the frame's session: the window cannot tell the frame.
    await window.evaluate('window.opener = null');
    await window.reload();
    await openedMessage(window).waitFor();
    await button(window, 'bar.quit').click();
    await heading(window, 'goodbye.title').waitFor();
    await window.close();
    await player.page.bringToFront();
    await button(player.frame, 'continue.go').click();
    await heading(player.frame, 'ended.title').waitFor();
    await takePicture(player.page, 'low-ended', 'fr');
    expect(await findViolations(player.page)).toEqual([]);
  });

  it('stays in the frame, and says so, when the browser blocks it', async () => {
    await playToMessage();
    await player.page.frame({ name: 'contentframe' })?.evaluate('window.open = () => null');
    await openFromMore();
    await player.frame.getByText(shellFr['window.refused']).waitFor();
    await takePicture(player.page, 'low-refused', 'fr');
    await button(player.frame, 'confirm.close').click();
    await openedMessage(player.frame).click();
    await answer(player.frame).waitFor();
    expect(context.pages()).toHaveLength(1);
  });
});
