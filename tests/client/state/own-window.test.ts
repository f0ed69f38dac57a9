/** The game moves from the frame to a window of its own, and back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import type { TypedBoxes } from '../../../client/src/state/typed-boxes.ts';
import { settle } from '../support/hand-timers.ts';
import { createPage, type TestPage } from '../support/page.ts';
import { TwoWindows } from '../support/two-windows.ts';

let browser: TwoWindows;
beforeEach(() => {
  locale.current = 'fr';
  browser = new TwoWindows();
});

function boxesOf({ game }: TestPage): TypedBoxes {
  const boxes = game.attempt?.play?.typedBoxes;
  if (boxes === undefined) throw new Error('no scene is open');
  return boxes;
}

const openMessage = { app: 'mail', type: 'open', messageId: 'm1' } as const;

async function move(): Promise<{ frame: TestPage; window: TestPage }> {
  const frame = await browser.playInFrame();
  frame.game.attempt?.play?.act(openMessage);
  await frame.game.ownWindow.open();
  return { frame, window: await browser.loadWindow() };
}

describe('« Ouvrir en grand »', () => {
  it('moves the scene, with all that was done, and leaves a calm page in the frame', async () => {
    const frame = await browser.playInFrame();
    frame.game.attempt?.play?.act(openMessage);
    await frame.game.ownWindow.open();
    const window = await browser.loadWindow();
    expect([frame.game.screen, window.game.screen]).toEqual(['elsewhere', 'scene']);
    expect(browser.server.stored.map(({ action }) => action)).toEqual([openMessage]);
    window.game.attempt?.play?.act({ app: 'desk', type: 'undo' });
    await settle();
    expect(browser.server.stored.at(-1)?.action.type).toBe('undo');
  });

  it('takes language and comfort along', async () => {
    const frame = await browser.playInFrame();
    frame.game.preferences.chooseLanguage('en');
    frame.game.preferences.chooseSetting({ app: 'frame', type: 'setting', name: 'text-size', value: '150' });
    await frame.game.ownWindow.open();
    locale.current = 'fr';
    const window = await browser.loadWindow();
    expect(window.game.preferences.comfort.values['text-size']).toBe('150');
    expect(locale.current).toBe('en');
  });

  it('opens one window however often it is pressed', async () => {
    const { game } = await browser.playInFrame();
    await Promise.all([game.ownWindow.open(), game.ownWindow.open()]);
    expect(browser.opens).toBe(1);
  });

  it('stays, and says so, when the browser blocks the window', async () => {
    browser.blocksWindows = true;
    const { game } = await browser.playInFrame();
    await game.ownWindow.open();
    expect([game.screen, game.ownWindow.isRefused, game.attempt?.isReadOnly]).toEqual(['scene', true, false]);
    browser.blocksWindows = false;
    await game.ownWindow.open();
    expect([game.screen, game.ownWindow.isRefused]).toEqual(['elsewhere', false]);
  });

  it('stays, and closes the empty window, when the line is cut', async () => {
    const { game } = await browser.playInFrame();
    browser.server.line = 'down';
    await game.ownWindow.open();
    expect([game.screen, game.ownWindow.isRefused, browser.isClosed]).toEqual(['scene', true, true]);
    expect(game.attempt?.isReadOnly).toBe(false);
  });

  it('shows the notice in the window when it was not accepted yet', async () => {
    const frame = createPage(browser.server, browser.history, crypto, browser.frameSide);
    await frame.game.start('the-code-of-a-launch-1234');
    await frame.game.ownWindow.open();
    const window = await browser.loadWindow();
    expect([frame.game.screen, window.game.screen]).toEqual(['elsewhere', 'notice']);
    await window.game.acceptNotice();
    await frame.game.ownWindow.bringBack();
    expect(frame.game.screen).toBe('welcome');
  });

  it('takes half-typed text along, by a message and never by the address', async () => {
    const frame = await browser.playInFrame();
    boxesOf(frame).write('practice:type', 'jard');
    await frame.game.ownWindow.open();
    const window = await browser.loadWindow();
    expect(boxesOf(window).read('practice:type')).toBe('jard');
    expect(browser.shown).not.toContain('jard');
  });

  it('opens with empty boxes when the frame does not answer', async () => {
    const frame = await browser.playInFrame();
    boxesOf(frame).write('practice:type', 'jard');
    await frame.game.ownWindow.open();
    browser.frameSide.listen(() => undefined);
    const { page, started } = browser.beginWindow();
    await page.timers.pass(2000);
    await started;
    expect([page.game.screen, boxesOf(page).read('practice:type')]).toEqual(['scene', null]);
  });
});

describe('« Ramener ici »', () => {
  it('first stores what the window has, closes it and goes on in the frame', async () => {
    const { frame, window } = await move();
    window.game.attempt?.play?.act({ app: 'desk', type: 'undo' });
    await frame.game.ownWindow.bringBack();
    expect([frame.game.screen, window.game.screen, browser.isClosed]).toEqual(['scene', 'goodbye', true]);
    expect(browser.server.stored.map(({ action }) => action.type)).toEqual(['open', 'undo']);
  });

  it('ends the session of the window alone', async () => {
    const { frame } = await move();
    await frame.game.ownWindow.bringBack();
    const left = browser.server.requests.filter((request) => request.startsWith('DELETE'));
    expect(left).toEqual(['DELETE /api/session?goesOn=frame']);
  });

  it('brings a change of comfort back', async () => {
    const { frame, window } = await move();
    window.game.preferences.chooseSetting({
      app: 'frame',
      type: 'setting',
      name: 'contrast',
      value: 'high',
    });
    await frame.game.ownWindow.bringBack();
    expect(frame.game.preferences.comfort.values.contrast).toBe('high');
  });

  it('brings half-typed text back, in place of what the frame had', async () => {
    const frame = await browser.playInFrame();
    boxesOf(frame).write('practice:type', 'jar');
    boxesOf(frame).write('browser:search', 'bac');
    await frame.game.ownWindow.open();
    const window = await browser.loadWindow();
    boxesOf(window).write('practice:type', 'jardin');
    boxesOf(window).write('browser:search', '');
    await frame.game.ownWindow.bringBack();
    const boxes = boxesOf(frame);
    expect([boxes.read('practice:type'), boxes.read('browser:search')]).toEqual(['jardin', null]);
  });

  it('first sends what waits for a pause in the typing', async () => {
    const { frame, window } = await move();
    boxesOf(window).follow(() => {
      window.game.attempt?.play?.act({ app: 'desk', type: 'undo' });
    });
    await frame.game.ownWindow.bringBack();
    expect(browser.server.stored.map(({ action }) => action.type)).toEqual(['open', 'undo']);
  });

  it('goes on after the welcome when it was read in the window', async () => {
    const frame = createPage(browser.server, browser.history, crypto, browser.frameSide);
    await frame.game.start('the-code-of-a-launch-1234');
    await frame.game.ownWindow.open();
    const window = await browser.loadWindow();
    await window.game.acceptNotice();
    await window.game.next();
    await frame.game.ownWindow.bringBack();
    expect(frame.game.screen).toBe('introduction');
  });

  it('has the text of a window that was closed by its own button', async () => {
    const { frame, window } = await move();
    boxesOf(window).write('practice:type', 'jardin');
    window.game.ownWindow.leaving();
    browser.isClosed = true;
    await frame.game.ownWindow.bringBack();
    expect(boxesOf(frame).read('practice:type')).toBe('jardin');
  });

  it('works after a reload of the window', async () => {
    const { frame } = await move();
    const window = await browser.reloadWindow();
    expect(window.game.screen).toBe('scene');
    await frame.game.ownWindow.bringBack();
    expect([frame.game.screen, window.game.screen]).toEqual(['scene', 'goodbye']);
  });

  it('works after a reload of the frame, which still says where the game is', async () => {
    const { window } = await move();
    const frame = await browser.reloadFrame();
    expect(frame.game.screen).toBe('elsewhere');
    await frame.game.ownWindow.bringBack();
    expect(frame.game.screen).toBe('scene');
    window.game.attempt?.play?.act({ app: 'desk', type: 'undo' });
    await settle();
    expect(window.game.attempt?.isReadOnly).toBe(true);
  });

  it('goes on in the frame after the window was closed, which the frame noticed', async () => {
    const { frame } = await move();
    browser.isClosed = true;
    await frame.timers.pass(2000);
    expect(frame.game.ownWindow.isClosed).toBe(true);
    await frame.game.ownWindow.bringBack();
    expect([frame.game.screen, frame.game.attempt?.isReadOnly]).toEqual(['scene', false]);
  });

  it('does not wait for ever for a window that does not answer', async () => {
    const { frame } = await move();
    browser.windowSide.listen(() => undefined);
    const coming = frame.game.ownWindow.bringBack();
    await frame.timers.pass(6000);
    await coming;
    expect(frame.game.screen).toBe('scene');
  });
});

describe('« Quitter » in the window', () => {
  it('leaves the frame too', async () => {
    const { frame, window } = await move();
    await window.game.quit();
    await settle();
    expect([frame.game.screen, window.game.screen]).toEqual(['goodbye', 'goodbye']);
  });
});
